/** The part of the package that fonts.generate.ts uses; it ships no types. */
declare module 'subset-font' {
	export default function subsetFont(
		font: Uint8Array,
		letters: string,
		options: { targetFormat: 'woff2' }
	): Promise<Uint8Array>;
}
