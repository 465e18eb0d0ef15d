declare module 'virtual:checker' {
	/** See plugin.ts. */
	const script: string;
	export default script;
}
