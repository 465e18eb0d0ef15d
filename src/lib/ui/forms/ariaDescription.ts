/** The ids a control is described by, in the order they are read out: what to write, how much, what is wrong. */
export function describedBy(id: string, given: { hint?: string; limit?: string; error?: string }): string | undefined {
	const ids = [given.hint && `${id}-hint`, given.limit && `${id}-limit`, given.error && `${id}-error`].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}

/** How an element says what language its words are in, where that is not the page's. */
export interface Voice {
	lang?: string;
	dir?: 'ltr' | 'rtl' | 'auto';
}
