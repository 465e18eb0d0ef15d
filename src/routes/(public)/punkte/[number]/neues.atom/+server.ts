import { atom } from '#lib/chronicle/atom.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { pointLine } from '#lib/subscriptions/mails.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { fill, t } from '#lib/texts/texts.ts';
import type { RequestEvent } from './$types';

export const GET = async ({
	locals: { ctx },
	params,
	request
}: Pick<RequestEvent, 'locals' | 'params' | 'request'>) => {
	const { point, news } = await showing(subscriptions.pointNews(ctx, Number(params.number)));
	const page = `/punkte/${point.number}`;
	const text = atom({
		...{ origin: ctx.app.config.origin, page, self: `${page}/neues.atom`, author: t.site.name },
		title: fill(t.subscriptions.point.feedTitle, { ...point }),
		lines: news.map((one) => ({
			...{ id: `punkt-${point.number}-${one.item.replace(':', '-')}`, at: one.at },
			...pointLine(one, point)
		}))
	});
	return sendText(request, text, {
		'content-type': 'application/atom+xml; charset=utf-8',
		'cache-control': 'no-cache'
	});
};
