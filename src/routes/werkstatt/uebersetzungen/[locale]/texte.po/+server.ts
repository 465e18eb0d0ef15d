import { showing } from '#lib/server/http/forms/act.ts';
import { exportPo } from '#lib/translations/exchange.server.ts';
import { localeOfAddress } from '#lib/translations/translation.ts';
import { found } from '#lib/verdict.ts';
import type { Ctx } from '#lib/server/ctx.ts';

const read = async (ctx: Ctx, address: string) => exportPo(ctx, found(localeOfAddress(address), 'language'));

export const GET = async ({ locals: { ctx }, params }) =>
	new Response(await showing(read(ctx, params.locale)), {
		headers: {
			'content-type': 'text/x-gettext-translation; charset=utf-8',
			'content-disposition': `attachment; filename="texte-${params.locale}.po"`,
			'cache-control': 'no-store'
		}
	});
