import * as provider from '#lib/people/signIn/provider.server.ts';

/** After signing out here, for whoever came from the sign-in provider: there they may still be signed in. */
export const load = async ({ locals: { ctx } }) => ({
	there: await provider.signOutUrl(ctx),
	provider: ctx.app.config.oidc?.name ?? null
});
