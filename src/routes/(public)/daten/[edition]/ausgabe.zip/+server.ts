import { tablesOf } from '#lib/data/api/dataPackage.ts';
import * as data from '#lib/data/data.server.ts';
import { FORMATS, fileName } from '#lib/data/dataset.ts';
import { zipped, type Entry } from '#lib/data/editions/zip.ts';
import { etagOf, send } from '#lib/server/http/conditional.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { t } from '#lib/texts/texts.ts';

const LATER = { 'retry-after': '60', 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** A whole edition in one file, for whoever wants to keep it or check it. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const number = params.edition === 'aktuell' ? null : Number(params.edition);
	// What is recalled is said before anything is sent.
	const { edition: listed, asRecorded } = await showing(data.tables(ctx, number));
	// Words are being taken out: in a minute it is whole again, and what it says of itself is true.
	if (!asRecorded) return new Response(t.data.beingRecalled, { status: 503, headers: LATER });
	const description = await data.description(ctx, listed.number);
	const headers = {
		'content-type': 'application/zip',
		'cache-control': 'no-cache',
		'content-disposition': `attachment; filename="ausgabe-${listed.number}.zip"`
	};
	// The description names the digest of every file in it.
	const tag = { etag: etagOf(`zip\n${description}`), lastModified: listed.changedAt ?? listed.at };
	return send(request, { headers, ...tag, size: null, body: () => zipped(entries(), listed.at) });

	async function* entries(): AsyncGenerator<Entry> {
		yield { name: 'datapackage.json', pieces: once(description) };
		for (const slug of tablesOf(listed))
			for (const format of FORMATS)
				yield { name: fileName(slug, format), pieces: data.textOf(ctx, listed.number, slug, format) };
	}
};

async function* once(text: string): AsyncGenerator<string> {
	yield text;
}
