import { atom } from '#lib/chronicle/atom.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { ownLine } from '#lib/subscriptions/mails.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { t } from '#lib/texts/texts.ts';
import type { RequestEvent } from './$types';

/** For whoever knows the address: it names nobody, and says of texts their numbers only. */
export const GET = async ({
	locals: { ctx },
	params,
	request
}: Pick<RequestEvent, 'locals' | 'params' | 'request'>) => {
	const news = await showing(subscriptions.feedNews(ctx, params.token));
	const text = atom({
		...{ origin: ctx.app.config.origin, page: '/meine/neu', self: `/nachrichten/${params.token}/neues.atom` },
		...{ title: t.subscriptions.feed.title, author: t.site.name },
		lines: news.map((one) => ({ id: one.item.replaceAll(':', '-'), at: one.at, ...ownLine(one) }))
	});
	const headers = { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'private, no-store' };
	return sendText(request, text, headers);
};
