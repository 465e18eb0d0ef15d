import { paperSheet, printSheets } from '#lib/recording/paper/paperSheet.server.ts';
import { SheetOrderForm } from '#lib/recording/paper/sheetOrder.ts';
import { LOCALES } from '#lib/texts/locales/locale.ts';
import { sendAskedFile, sendFile } from '#lib/server/http/sendFile.ts';

/** `?sprache=uk`: what whoever writes reads is in that language. */
export const GET = async ({ locals: { ctx }, url }) => {
	const locale = LOCALES.find((one) => one === url.searchParams.get('sprache'));
	return sendFile(() => paperSheet(ctx, locale));
};

/** The codes stand in the file that is sent, and nowhere else. */
export const POST = (event) => sendAskedFile(event, SheetOrderForm, printSheets);
