/**
 * Names and keys of participants as a file that a Swedish spreadsheet opens. A protected identity is in no file, and no name begins
 * with what a spreadsheet would take for a formula.
 */
export function participantKeysFile(rows: readonly { caseId: string; name: string; protected: boolean }[]): string {
  const lines = rows.filter((row) => !row.protected).map(({ name, caseId }) => `${cell(name)};${caseId}`)
  return `\uFEFF${['namn;caseId', ...lines].join('\r\n')}\r\n`
}

function cell(name: string): string {
  const safe = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
