import { sum, type Rule, type Shown } from './suppression.ts';

/** Whether subtracting one publication of a line from another tells of a few people. */
export function revealsByDifference(before: Shown, after: Shown, { least, unanimityThreshold }: Rule): boolean {
	if (before.total === null || after.total === null) return false;
	const names = new Set([...Object.keys(before.counts), ...Object.keys(after.counts)]);
	const known: number[] = [];
	for (const name of names) {
		const [old, young] = [valueOf(before, name), valueOf(after, name)];
		if (old !== null && young !== null) known.push(young - old);
	}
	const rest = after.total - before.total - sum(known);
	const changes = known.length < names.size ? [...known, rest] : known;
	if (changes.some((change) => change !== 0 && Math.abs(change) < least)) return true;
	// All who came meanwhile gave the same answer, and are few: that says how each of them answered.
	const answers = known.filter((change) => change !== 0);
	return rest === 0 && answers.length === 1 && Math.abs(answers[0] ?? 0) < unanimityThreshold;
}

/** A name that a line does not have counts nobody; in a line that shows nothing, nobody knows. */
function valueOf(shown: Shown, name: string): number | null {
	const value = shown.counts[name];
	return value === undefined ? 0 : value;
}
