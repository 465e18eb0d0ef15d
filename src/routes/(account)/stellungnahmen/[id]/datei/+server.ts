import * as papers from '#lib/positionPapers/positionPapers.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

/** Nobody opens somebody else's file in the midst of our pages: it can only be kept, whatever it is. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export const GET = async ({ locals: { ctx }, params }) => {
	const { name, bytes } = await showing(papers.original(ctx, params.id));
	const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
	const plain = `stellungnahme${ending.toLowerCase()}`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/octet-stream',
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'content-security-policy': POLICY,
			'cache-control': 'no-store'
		}
	});
};
