/** What the QR code of a page says: which paper, which page of it, of which version. Nothing about a person. */
export interface PageCode {
	/** A uuid. */
	paper: string;
	page: number;
	version: number;
}

const SIGN = 'TS1';

/** Capital letters, digits and hyphens: the smallest kind of QR code. */
export function codeOf({ paper, page, version }: PageCode): string {
	return [SIGN, paper.replaceAll('-', '').toUpperCase(), page, version].join('-');
}

/** null: a QR code, but none of ours. */
export function readCode(text: string): PageCode | null {
	const found = /^TS1-([0-9A-F]{32})-([1-9]\d{0,2})-([1-9]\d{0,8})$/.exec(text);
	if (!found) return null;
	const [, hex = '', page, version] = found;
	const paper = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	return { paper, page: Number(page), version: Number(version) };
}
