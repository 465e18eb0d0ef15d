/** One thing that becomes different, in words: as histories tell it, and previews. */
export interface ShownChange {
	label: string;
	/** Empty: nothing stood there. */
	before: string;
	/** Empty: nothing will stand there. */
	after: string;
}

/** Of facts by their label, those that differ. */
export function differences(
	before: Readonly<Record<string, string>>,
	after: Readonly<Record<string, string>>
): ShownChange[] {
	return [...new Set([...Object.keys(before), ...Object.keys(after)])]
		.map((label) => ({ label, before: before[label] ?? '', after: after[label] ?? '' }))
		.filter((change) => change.before !== change.after);
}
