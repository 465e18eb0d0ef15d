import { getContext, hasContext, setContext } from 'svelte';

const KEY = 'once for a page';

/** Called by the layout, once for every page that is rendered. */
export function beginPage(): void {
	setContext(KEY, new Set<string>());
}

/** Whether this component is the first on its page that asks for the thing. Call it while a component begins. */
export function onceForPage(thing: string): boolean {
	if (!hasContext(KEY)) return true;
	const known = getContext<Set<string>>(KEY);
	if (known.has(thing)) return false;
	known.add(thing);
	return true;
}
