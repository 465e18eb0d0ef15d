/** A path with its query, and without a lonely `?` when there is none. */
export function withQuery(path: string, query: URLSearchParams | string): string {
	const text = query.toString();
	return text === '' ? path : `${path}?${text}`;
}

/** The address of a page as it is asked for again: without the form that was sent, and without what was done last. */
export function pageAddress(url: URL): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'ok' && !name.startsWith('/')));
	return withQuery(url.pathname, query);
}
