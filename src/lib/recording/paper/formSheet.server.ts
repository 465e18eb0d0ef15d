import type { SentFile } from '../../server/http/sendFile.ts';
import { cachedPdf } from '../../server/print/pdfCache.server.ts';
import { t } from '../../texts/texts.ts';

/** One field of a screen as it stands on paper. */
interface PaperField {
	label: string;
	hint: string | null;
	kind: 'choice' | 'line' | 'lines';
	options?: readonly string[];
	lines?: number;
	pageBreak?: true;
	/** Three short answers beside each other. */
	across?: true;
}

interface Sheet {
	title: string;
	lines: readonly string[];
	fields: readonly PaperField[];
}

/** An empty form as an accessible PDF. Refused: print…. */
export async function printSheet(name: string, sheet: Sheet): Promise<SentFile> {
	const data = { ...sheet, foot: t.site.name, pageWords: t.ui.pageOf };
	const bytes = await cachedPdf({ template: 'src/lib/recording/paper/formSheet.typ', data }, 'team');
	return { bytes, name, type: 'application/pdf' };
}
