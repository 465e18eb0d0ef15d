import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { fieldSentence, reasonSentence } from '../../texts/texts.ts';
import { NotFound, Refused } from '../../verdict.ts';
import type { Ctx } from '../ctx.ts';
import { etagOf, send } from './conditional.ts';
import { statusOf } from './forms/act.ts';
import { formValues, readForm } from './forms/readForm.ts';

/** A file to be kept: browsers save it, or show it where `inline` is asked for. */
export interface SentFile {
	bytes: Uint8Array;
	/** ASCII, with its ending. */
	name: string;
	type:
		| 'application/pdf'
		| 'application/vnd.oasis.opendocument.text'
		| 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
		| 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
		| 'text/csv';
}

/** Answers with the file, or says in one sentence why there is none: there is no page around it that could.
 * `request`: of a public paper, which somebody may have already, or want a part of. */
export async function sendFile(
	work: () => Promise<SentFile>,
	{ how = 'inline', request }: { how?: 'attachment' | 'inline'; request?: Request } = {}
): Promise<Response> {
	try {
		const { bytes, name, type } = await work();
		const headers = { 'content-type': type, 'content-disposition': `${how}; filename="${name}"` };
		if (!request) return new Response(new Uint8Array(bytes), { headers });
		const kept = { ...headers, 'cache-control': 'no-cache' };
		return send(request, { headers: kept, etag: etagOf(bytes), size: bytes.length, body: () => bytes });
	} catch (problem) {
		if (problem instanceof NotFound) return plain(404, fieldSentence('wrong'));
		if (problem instanceof Refused)
			return plain(statusOf(problem.reason), reasonSentence(problem.reason, problem.facts));
		throw problem;
	}
}

/** The same for a form whose answer is a file. */
export async function sendAskedFile<S extends z.ZodType>(
	event: Pick<RequestEvent, 'request' | 'locals'>,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<SentFile>
): Promise<Response> {
	const parsed = schema.safeParse(formValues(await readForm(event.request)));
	if (!parsed.success) return plain(422, fieldSentence(parsed.error.issues[0]?.message ?? 'wrong'));
	return sendFile(() => verb(event.locals.ctx, parsed.data), { how: 'attachment' });
}

function plain(status: number, sentence: string): Response {
	return new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
