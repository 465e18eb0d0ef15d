/** Whether the browser or program has this already. Weak and strong tags of the same thing count alike (RFC 9110). */
export function has(request: Request, etag: string): boolean {
	const tags = request.headers.get('if-none-match');
	if (tags === null) return false;
	return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** 304 for whoever has it; else the body, which is made only then. */
export function unlessKnown(
	request: Request,
	etag: string,
	headers: Record<string, string>,
	body: () => BodyInit
): Response {
	const all = { ...headers, etag };
	return has(request, etag)
		? new Response(null, { status: 304, headers: all })
		: new Response(body(), { headers: all });
}
