import { error } from '@sveltejs/kit';

/** More than any page of ours sends: two hundred ticked contributions and what belongs to them. */
const MOST_FIELDS = 1_000;

async function readText(request: Request): Promise<string> {
	try {
		return await request.text();
	} catch (problem) {
		// What is too large (413) SvelteKit says itself; anything else broke off on the way (400).
		if (problem instanceof Error && 'status' in problem) throw problem;
		error(400);
	}
}

/** As browsers send forms without files: files are not taken anywhere. */
export async function readForm(request: Request): Promise<URLSearchParams> {
	if (!/^application\/x-www-form-urlencoded(;|$)/i.test(request.headers.get('content-type') ?? '')) error(400);
	const text = await readText(request);
	// Counted before it is read: taking a hundred thousand fields apart holds everybody up for a second.
	if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) error(413);
	return new URLSearchParams(text);
}
