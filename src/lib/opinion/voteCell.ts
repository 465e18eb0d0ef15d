const UNSEEN = /^(|na|nan|null|none|-)$/i;

export function isEmpty(cell: string): boolean {
	return UNSEEN.test(cell.trim());
}

/** 1, 0 or -1; null where nothing was said, undefined where we do not understand what was. */
export function voteOf(cell: string): number | null | undefined {
	// Most cells of most tables.
	if (cell === '') return null;
	if (cell === '1') return 1;
	if (cell === '-1') return -1;
	if (isEmpty(cell)) return null;
	return [1, 0, -1].find((value) => value === Number(cell));
}
