/** A page of Cyrillic needs six bytes a letter; a text that is too long comes back with how much, not with an empty page. */
export const MOST_FORM_BYTES = 2 * 1024 * 1024;
