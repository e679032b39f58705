declare const brand: unique symbol

/** A primitive that only its own constructor can make: a `Day` is a string at run time, but no string is a `Day`. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name }
