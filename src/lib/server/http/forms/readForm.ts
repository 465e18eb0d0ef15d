import { error, isHttpError } from '@sveltejs/kit';
import { normalText } from '../../../normalText.ts';
import { MOST_FORM_BYTES } from './formLimits.ts';

export type FormValues = Record<string, string | string[]>;

/** More than any page of ours sends: two hundred ticked contributions and what belongs to them. */
const MOST_FIELDS = 1_000;

/** Names and marks between the parts of a form with files. */
const BESIDE_FILES = 64 * 1024;

/** No more than so many bytes, whatever the request has said of their number; SvelteKit ends what is endless. */
async function readBytes(request: Request, most: number): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		// To its end, keeping nothing of what is too much: what is left unread holds up the next request of the connection,
		// and cancelling would break it before anybody has heard why.
		for await (const part of request.body ?? []) {
			size += part.byteLength;
			if (size <= most) parts.push(part);
		}
	} catch (problem) {
		// What is too large (413) SvelteKit says as well; anything else broke off on the way (400).
		if (isHttpError(problem) || (problem instanceof Error && 'status' in problem)) throw problem;
		error(400);
	}
	if (size > most) error(413);
	return Buffer.concat(parts);
}

const isForm = (type: string) => /^application\/x-www-form-urlencoded(;|$)/i.test(type);
const isUpload = (type: string) => /^multipart\/form-data(;|$)/i.test(type);
const typeOf = (request: Request) => request.headers.get('content-type') ?? '';

export interface Upload {
	values: FormValues;
	/** A field without a file is not among them. */
	files: { field: string; name: string; bytes: Uint8Array }[];
}

/** A form with files, of which all together have no more than so many bytes; without one, as any other. */
export async function readUpload(request: Request, most: number): Promise<Upload> {
	if (!isUpload(typeOf(request))) return { values: formValues(await readForm(request)), files: [] };
	const body = await readBytes(request, most + BESIDE_FILES);
	const whole = new Response(new Uint8Array(body), { headers: { 'content-type': typeOf(request) } });
	const form = await whole.formData().catch(() => error(400));
	const typed = new URLSearchParams();
	const files: Upload['files'] = [];
	for (const [field, value] of form) {
		if (typeof value === 'string') typed.append(field, value);
		// What an empty field sends: a file without a name.
		else if (value.name !== '') files.push({ field, name: value.name, bytes: await value.bytes() });
	}
	return { values: formValues(typed), files };
}

/** As browsers send forms without files. */
export async function readForm(request: Request): Promise<URLSearchParams> {
	if (!isForm(typeOf(request))) error(400);
	const text = (await readBytes(request, MOST_FORM_BYTES)).toString('utf8');
	// Counted before it is read: taking a hundred thousand fields apart holds everybody up for a second.
	if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) error(413);
	return new URLSearchParams(text);
}

/** Whatever a browser sends as text, `normalText` makes ours of it, so that limits count what people see. */
export function formValues(form: URLSearchParams): FormValues {
	const values = new Map<string, string | string[]>();
	// Once through: asking for each name by itself takes minutes when somebody sends fifty thousand.
	for (const [name, typed] of form) {
		const text = normalText(typed);
		const before = values.get(name);
		if (Array.isArray(before)) before.push(text);
		else values.set(name, before === undefined ? text : [before, text]);
	}
	return Object.fromEntries(values);
}

/** Which of the page's forms was sent, as the address says it: `/send` of `?/send`; empty for a page with one form. */
export const formAction = (url: URL) => [...url.searchParams.keys()].find((name) => name.startsWith('/')) ?? '';
