/** Numbers as people here write them. */
const wholes = new Intl.NumberFormat('de-DE', { useGrouping: 'always', maximumFractionDigits: 0 });

/** "2 000": a narrow space cannot be mistaken for a decimal sign. */
export function whole(number: number): string {
	return wholes.format(number).replaceAll('.', '\u202f');
}

/** "+12", "−3" with a true minus sign, "0". */
export function signed(number: number): string {
	if (number === 0) return '0';
	return number > 0 ? `+${whole(number)}` : `\u2212${whole(-number)}`;
}

/** A share from 0 to 1 as "73 %". */
export function percent(share: number): string {
	return `${whole(share * 100)}\u00a0%`;
}

/** "0,75" */
export function decimal(number: number, digits = 2): string {
	return number.toFixed(digits).replace('.', ',').replace('-', '\u2212');
}

const tenths = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** How much there is to load: "48 kB", "1,2 MB". */
export function fileSize(bytes: number): string {
	if (bytes < 1_000_000) return `${whole(Math.max(1, Math.round(bytes / 1_000)))}\u00a0kB`;
	return `${tenths.format(bytes / 1_000_000)}\u00a0MB`;
}
