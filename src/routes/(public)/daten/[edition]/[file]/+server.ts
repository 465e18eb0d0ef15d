import { dataPackage } from '#lib/data/catalogue.ts';
import * as data from '#lib/data/data.server.ts';
import { fileCalled, isWorded, MEDIA_TYPE, type Slug } from '#lib/data/dataset.ts';
import { showing } from '#lib/server/http/act.ts';
import { unlessKnown } from '#lib/server/http/conditional.ts';
import { streamOf } from '#lib/server/http/stream.ts';
import { found } from '#lib/verdict.ts';

const NEWEST = 'aktuell';
const DAY = 24 * 60 * 60;

/**
 * An edition never changes, so it may be kept for ever; »aktuell« is asked again, and so is what people wrote: they may
 * take it back.
 */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const newest = params.edition === NEWEST;
	const edition = await showing(
		data.edition(ctx, newest ? null : Number(params.edition)).then((known) => found(known, 'edition'))
	);
	const kept = (slug: Slug | null) =>
		newest || (slug && isWorded(slug)) ? 'no-cache' : `public, max-age=${30 * DAY}, immutable`;
	if (params.file === 'datapackage.json') {
		const headers = { 'cache-control': kept(null), 'content-type': 'application/json' };
		return unlessKnown(request, `"${edition.number}"`, headers, () => JSON.stringify(dataPackage(edition), null, '\t'));
	}
	const { file, slug, format } = await showing(fileIn(edition, params.file));
	await showing(data.expectGivenOut(ctx, edition, { slug, rows: file.rows }));
	const headers = {
		'cache-control': kept(slug),
		'content-type': `${MEDIA_TYPE[format]}; charset=utf-8`,
		'content-disposition': `attachment; filename="${file.name}"`,
		'repr-digest': `sha-256=:${Buffer.from(file.digest, 'hex').toString('base64')}:`
	};
	return unlessKnown(request, `"${file.digest}"`, headers, () =>
		streamOf(data.textOf(ctx, edition.number, slug, format))
	);
};

async function fileIn(edition: data.Edition, name: string) {
	const file = found(edition.files.find((one) => one.name === name) ?? null, 'file');
	return { file, ...found(fileCalled(name), 'file') };
}
