/** The part of the package that our fonts.generate.ts files use; it ships no types. */
declare module 'subset-font' {
	export default function subsetFont(
		font: Uint8Array,
		letters: string,
		options: { targetFormat: 'woff2' | 'truetype' }
	): Promise<Uint8Array>;
}
