import type { Slug } from '#lib/data/sets/columns/columns.ts';
import * as data from '#lib/data/data.server.ts';
import { fileCalled, isWorded, MEDIA_TYPE } from '#lib/data/dataset.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { send, sendText } from '#lib/server/http/conditional.ts';
import { streamOf } from '#lib/server/http/stream.ts';
import { found } from '#lib/verdict.ts';

const NEWEST = 'aktuell';
const DAY = 24 * 60 * 60;

/**
 * An edition never changes, so it may be kept for ever; »aktuell« is asked again, and so is what people wrote: they may
 * take it back.
 */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const number = params.edition === NEWEST ? null : Number(params.edition);
	const kept = (slug: Slug | null) =>
		number === null || slug === null || isWorded(slug) ? 'no-cache' : `public, max-age=${30 * DAY}, immutable`;
	if (params.file === 'datapackage.json') {
		return sendText(request, await showing(data.description(ctx, number)), {
			'cache-control': kept(null),
			'content-type': 'application/json'
		});
	}
	const { slug, format } = await showing(called(params.file));
	const { edition, file, asRecorded } = await showing(data.file(ctx, number, slug, format));
	const headers = {
		'cache-control': kept(slug),
		'content-type': `${MEDIA_TYPE[format]}; charset=utf-8`,
		'content-disposition': `attachment; filename="${file.name}"`
	};
	const body = () => data.textOf(ctx, edition.number, slug, format);
	// Words are being taken out: for these seconds the file is shorter than what is on record of it.
	if (!asRecorded) return new Response(streamOf(body()), { headers: { ...headers, 'cache-control': 'no-store' } });
	return send(request, {
		headers: { ...headers, 'repr-digest': `sha-256=:${Buffer.from(file.digest, 'hex').toString('base64')}:` },
		etag: `"${file.digest}"`,
		lastModified: edition.changedAt ?? edition.at,
		size: file.bytes,
		body
	});
};

async function called(name: string) {
	return found(fileCalled(name), 'file');
}
