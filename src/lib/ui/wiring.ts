/** The ids a control is described by, in the order they are read out: what to write, how much, what is wrong. */
export function describedBy(id: string, given: { hint?: string; limit?: string; error?: string }): string | undefined {
	const ids = [given.hint && `${id}-hint`, given.limit && `${id}-limit`, given.error && `${id}-error`].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
