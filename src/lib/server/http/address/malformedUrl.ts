/** Words that every object of JavaScript knows: SvelteKit looks actions up by name and would find these too. */
const INBORN = new Set(['default', ...Object.getOwnPropertyNames(Object.prototype)]);

/** Addresses that nobody can have from us and that would only make something behind us stumble. */
export function isMalformedUrl({ pathname, search, searchParams }: URL): boolean {
	// PostgreSQL cannot store a zero byte, and nobody types one.
	if (/%00/.test(pathname + search)) return true;
	return [...searchParams.keys()].some((name) => name.startsWith('/') && INBORN.has(name.slice(1)));
}
