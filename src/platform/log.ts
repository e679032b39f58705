import { type DestinationStream, pino } from 'pino'

export type Log = pino.Logger

/**
 * The log carries codes and keys, never names, numbers or bodies. `KROM_LOG` sets the level; a test gives the stream that
 * it reads.
 */
export function openLog(level = process.env.KROM_LOG ?? 'warn', stream?: DestinationStream): Log {
  const options = {
    level,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    serializers: { error: failureInLog, err: failureInLog },
  }
  return stream ? pino(options, stream) : pino(options)
}

const numbersAndAddresses = /\b(?:\d{2})?\d{6}[-+]?\d{4}\b|[^\s<>"',;:]+@[^\s<>"',;:]+/g

/**
 * A failure as the log may tell it: what, where and its codes. The database's own words and a parser's name the values that
 * they choked on, so they stay out; what looks like an identity number or an e-mail address is struck from the rest.
 */
function failureInLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const told = error as Error & Partial<Record<'code' | 'constraint' | 'table' | 'severity', string>>
  const quotes = told.severity !== undefined || error instanceof SyntaxError
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    code: told.code,
    table: told.table,
    constraint: told.constraint,
    message: quotes ? undefined : error.message.replaceAll(numbersAndAddresses, '…'),
    at: frames.slice(0, 20).map((line) => line.trim()),
  }
}
