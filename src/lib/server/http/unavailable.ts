import { t } from '../../texts/texts.ts';
import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import type { DatabaseError } from '../db/databaseErrors.ts';
import { formValues, readForm, type FormValues } from './forms/readForm.ts';
import { sha256 } from '../../sha256.ts';
import { withGerman } from '../../texts/locales/german.ts';
import { currentFacts } from '../../texts/locales/current.ts';

/** Seconds after which it is worth another try. */
const RETRY_AFTER = { away: 10, busy: 10, full: 60, broken: 60 } as const satisfies Record<DatabaseError, number>;

interface Unavailable {
	trouble: DatabaseError;
	requestId: string;
	/** What a form said that could not be taken; null: it was no form. */
	typed: FormValues | null;
}

export type Asked = Pick<RequestEvent, 'request' | 'url'> & {
	locals: { requestId: string; sent?: Readonly<FormValues> };
};

/**
 * The answer while the database does not do what it should, made without it: a page with everything that was typed and
 * a button to send it again, or for programs a problem (RFC 9457) or one sentence.
 */
export async function unavailable({ request, url, locals }: Asked, trouble: DatabaseError): Promise<Response> {
	const typed = request.method === 'POST' ? await typedIn(request, locals.sent) : null;
	const { type, body } = bodyFor(request, url.pathname, { trouble, requestId: locals.requestId, typed });
	return new Response(body, {
		status: 503,
		headers: {
			'content-type': type,
			'retry-after': String(RETRY_AFTER[trouble]),
			'cache-control': 'no-store',
			'content-security-policy': CSP
		}
	});
}

/** What the form said, whether or not anybody came to read it; without its password. */
async function typedIn(request: Request, known: Readonly<FormValues> | undefined): Promise<FormValues> {
	if (known) return { ...known };
	if (request.bodyUsed) return {};
	try {
		const { password: _, ...values } = formValues(await readForm(request));
		return values;
	} catch (error) {
		if (!isHttpError(error)) throw error;
		return {};
	}
}

function bodyFor(request: Request, path: string, asked: Unavailable): { type: string; body: string } {
	const { title, text } = t.trouble[asked.trouble];
	const accepted = request.headers.get('accept') ?? '';
	if (accepted.includes('text/html')) return { type: 'text/html; charset=utf-8', body: html(asked) };
	if (path.startsWith('/api/') || accepted.includes('json')) {
		const problem = { type: 'about:blank', title, status: 503, detail: text };
		return { type: 'application/problem+json', body: JSON.stringify(problem) };
	}
	return { type: 'text/plain; charset=utf-8', body: `${title}. ${text}` };
}

const STYLE = `:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}
body{max-width:40rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.25}
textarea{box-sizing:border-box;width:100%;font:inherit;margin-bottom:1rem}
button,.button{display:inline-block;font:inherit;padding:.6rem 1.2rem;border:2px solid;border-radius:.3rem;background:transparent;color:inherit;text-decoration:none}
:focus-visible{outline:3px solid;outline-offset:3px}
.meta{font-size:1rem;overflow-wrap:anywhere}`;

const CSP = `default-src 'none'; style-src 'sha256-${sha256(STYLE, 'base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** From here on somebody has written rather than chosen. */
const LONG = 40;

function field(name: string, value: string): string {
	if (value.length < LONG && !value.includes('\n')) {
		return `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`;
	}
	// A line end right after the tag belongs to HTML, not to the text.
	return `<textarea name="${safe(name)}" rows="8" aria-labelledby="kept">\n${safe(value)}</textarea>`;
}

function again(typed: FormValues | null): string {
	if (typed === null) return `<p><a class="button" href="">${t.trouble.page.reload}</a></p>`;
	const fields = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => field(name, one)));
	const written = fields.filter((one) => one.startsWith('<textarea'));
	const told = written.length > 0 ? `<h2 id="kept">${t.trouble.page.kept}</h2><p>${t.trouble.page.keptNote}</p>` : '';
	return `${told}<form method="post" action="">${fields.join('')}<button>${t.trouble.page.again}</button></form>`;
}

function html({ trouble, typed, requestId }: Unavailable): string {
	const { title, text, form } = t.trouble[trouble];
	const { lang, dir } = currentFacts();
	return withGerman(`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${t.trouble.page.site}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${typed === null ? text : form}</p>
${again(typed)}
<p class="meta">${t.trouble.page.number} <code>${safe(requestId)}</code></p>
</main>
</body>
</html>
`);
}
