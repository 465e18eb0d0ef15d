import { BadSheet } from '#lib/import/places.ts';
import { ConversationForm } from '#lib/importJobs/conversations/conversationImport.ts';
import { mayImport, UPLOAD_MAX } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import { actOnFiles, admit } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { t } from '#lib/texts/texts.ts';

export const load = ({ locals: { ctx } }) => {
	admit(mayImport(ctx.person));
	// The form carries the id of what it will make: sent twice, it makes one.
	return { blank: newId(), most: UPLOAD_MAX / 1024 / 1024 };
};

export const actions = {
	default: (event) =>
		actOnFiles(
			event,
			{
				...{ schema: ConversationForm, most: UPLOAD_MAX, may: mayImport(event.locals.ctx.person) },
				wrong: (problem) => (problem instanceof BadSheet ? problem.message : null),
				missing: t.importJobs.conversation.missing
			},
			async (ctx, form, files) => {
				await importJobs.uploadConversation(ctx, form, files);
				return `/werkstatt/importe/${form.id}`;
			}
		)
};
