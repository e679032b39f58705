/** One colour a part, told apart in light and dark and by those who see colours differently; order and table say it too. */
export const partColors = {
  A: 'light-dark(#0f4c6b, #a9d3ea)',
  B: 'light-dark(#3f8fb5, #5f9fc0)',
  C: 'light-dark(#b9d7e6, #2f627c)',
  base_fee: 'light-dark(#0f4c6b, #a9d3ea)',
  outcome_payment: 'light-dark(#3f8fb5, #5f9fc0)',
  speed_premium: 'light-dark(#b9d7e6, #2f627c)',
} as const

export const expectedColor = 'var(--k-care)'
export const appropriatedColor = 'var(--k-bad)'
export const postedColor = 'var(--k-accent)'
