import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { tokenOf } from '#lib/subscriptions/token.server.ts';

/** Somebody without a card follows point 1. The token of the link that stands in every mail to them. */
export async function follow(ctx: Ctx): Promise<string> {
	const { app } = ctx;
	const { smtpUrl } = app.config;
	// The town has no mail server; whoever was told by one keeps what they had.
	app.config.smtpUrl = 'smtp://127.0.0.1:1';
	await subscriptions.followPoint(ctx, 1, { email: 'bernd@example.org', rhythm: 'weekly' });
	app.config.smtpUrl = smtpUrl;
	const { id } = await app.reader.selectFrom('subscriptions').select('id').executeTakeFirstOrThrow();
	const token = tokenOf(app, id);
	await subscriptions.confirm(ctx, token);
	return token;
}
