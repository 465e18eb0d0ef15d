import * as conversations from '#lib/conversations/conversations.server.ts';
import { named } from '#lib/opinion/landscape/landscape.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const conversation = await showing(conversations.byNumber(ctx, Number(params.number)));
	// The page names some of the statements; all of them are in the file and in the list.
	const landscape = conversation.landscape && named(conversation.landscape);
	return { conversation: { ...conversation, landscape } };
};
