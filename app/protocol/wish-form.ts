/** The longest "on whose wish" (rule S6), in characters; the database holds no more. */
export const WISH_CHARACTERS_MAX = 300;
