import * as cards from '#lib/people/cards/cards.server.ts';
import { SheetForm } from '#lib/people/cards/card.ts';
import { sendAskedFile } from '#lib/server/http/sendFile.ts';

/** The codes come from the page that shows them once; they travel there and back and are kept nowhere. */
export const POST = (event) =>
	sendAskedFile(event, SheetForm, async (ctx, { codes }) => ({
		bytes: await cards.sheet(ctx, event.params.batch, codes),
		name: 'karten.pdf',
		type: 'application/pdf'
	}));
