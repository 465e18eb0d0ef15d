/** The parts of a stacked bar in percent of its width; the last part takes what rounding left. */
export function bar(n: number, agree: number, pass: number): { agree: number; pass: number; disagree: number } {
	const share = (count: number) => Math.round((count / n) * 1000) / 10;
	const first = share(agree);
	const second = Math.min(share(pass), Math.round((100 - first) * 10) / 10);
	return { agree: first, pass: second, disagree: Math.round((100 - first - second) * 10) / 10 };
}

/** "12 (34 %)": the count first, because a percentage of few people says little. */
export function countAndShare(count: number, n: number): string {
	return n === 0 ? String(count) : `${count} (${Math.round((count / n) * 100)}\u00a0%)`;
}
