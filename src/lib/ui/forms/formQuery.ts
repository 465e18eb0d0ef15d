import { getContext, setContext } from 'svelte';

const KEY = 'formQuery';

/** What the list beside a text was chosen by goes with every form around it, so that whoever sends one comes back to that list. */
export function setFormQuery(query: () => string): void {
	setContext(KEY, query);
}

/** `?/save` with the query of the list. Ask once, when the component begins. */
export function formQuery(): (action: string | undefined) => string | undefined {
	const query = getContext<(() => string) | undefined>(KEY) ?? (() => '');
	return (action) => (action?.startsWith('?/') && !action.includes('&') && query() ? `${action}&${query()}` : action);
}
