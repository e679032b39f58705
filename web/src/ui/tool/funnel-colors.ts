/** Told apart in light and dark and by those who see colours differently; shape and table say it too. */
export const innerColor = 'var(--k-accent)'
export const outerColor = 'var(--k-care)'
export const unitColor = 'var(--k-bad)'
