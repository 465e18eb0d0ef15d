/**
 * The number each new group shall have so that people find "group 2" again: the one of the former group it has most
 * in common with. `overlap`: new groups × former groups, e.g. people in both, or how alike they vote (never negative).
 * Groups that are more than before take the numbers that are left, in their order.
 */
export function groupNumbers(overlap: readonly (readonly number[])[]): number[] {
	const formers = overlap[0]?.length ?? 0;
	const numbers = Math.max(overlap.length, formers);
	let [best, most]: [number[], number] = [[], -Infinity];
	const visit = (taken: number[], sum: number): void => {
		if (taken.length === overlap.length) {
			if (sum > most + 1e-12) [best, most] = [taken, sum];
			return;
		}
		for (let number = 0; number < numbers; number++) {
			if (!taken.includes(number)) visit([...taken, number], sum + (overlap[taken.length]?.[number] ?? 0));
		}
	};
	visit([], 0);
	return compact(best, formers);
}

/** With fewer groups than before nobody is called "group 3" of two. */
function compact(numbers: number[], formers: number): number[] {
	if (numbers.length >= formers) return numbers;
	const kept = [...numbers].sort((a, b) => a - b);
	return numbers.map((number) => kept.indexOf(number));
}
