import { error } from '@sveltejs/kit';
import { lookFile } from '#lib/profile/look/appearance.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { etagOf, send } from '#lib/server/http/conditional.ts';
import type { RequestEvent } from './$types';

/** Logo, symbol, colours and the picture to share, as the profile has them. */
export const GET = async ({
	locals: { ctx },
	params,
	request,
	url
}: Pick<RequestEvent, 'locals' | 'params' | 'request' | 'url'>) => {
	const { number, profile: now } = await profile.state(ctx);
	const file = lookFile(now.look, params.file) ?? error(404);
	const kept = url.searchParams.get('v') === String(number);
	const headers = {
		'content-type': file.type,
		'cache-control': kept ? 'public, max-age=31536000, immutable' : 'no-cache'
	};
	const bytes = Buffer.from(file.body);
	return send(request, { headers, etag: etagOf(bytes), size: bytes.length, body: () => bytes });
};
