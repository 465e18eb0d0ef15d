/** What is drawn of one group. Percent from 0 to 100 in `parts` and `range`. */
export interface SharesRow {
	label: string;
	/** How many, in words. */
	count: string;
	/** null: there is nothing to show. */
	cells: { agree: string; pass: string; disagree: string } | null;
	parts: readonly { kind: 'agree' | 'pass' | 'disagree' | 'held'; x: number; width: number }[];
	/** Where the true share of agreement lies. */
	range: { low: number; high: number; text: string } | null;
}
