import { z } from 'zod';
import { isWebAddress } from '../import/row.ts';
import type { RefusedLine } from '../opinion/polis/exportLine.ts';
import type { Figures, Landscape } from '../opinion/landscape/landscape.ts';

/** Where a conversation is from and how it is told of here. */
export const ConversationHead = z.object({
	/** What it is called at its source: taken over again under this name, it is the same one. */
	origin: z.string().trim().min(1).max(200),
	title: z.string().trim().min(1).max(300),
	url: z.string().trim().refine(isWebAddress).nullable(),
	/** Who is to be named, and the licence. */
	attribution: z.string().trim().min(1).max(500),
	/** Of the statements, as BCP 47 writes it. */
	language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
});
export type ConversationHead = z.output<typeof ConversationHead>;

/** How a run changed what was there, or would. */
export interface Taken {
	/** Whether the conversation was here before. */
	known: boolean;
	statements: { fresh: number; known: number };
	people: { fresh: number; changed: number; known: number };
	votes: number;
	refused: RefusedLine[];
	/** What is to be known of the export as a whole, in sentences. */
	notes: readonly string[];
}

export interface Conversation extends Omit<ConversationHead, 'origin'> {
	number: number;
	importedAt: string;
	/** Statements that can be read here. */
	statements: number;
	/** What the export says; null: it was not kept when the conversation was taken over. */
	figures: Figures | null;
	/** Whether a picture is still to be drawn. */
	waits: boolean;
	landscape: Landscape | null;
	digest: string | null;
}

/** A statement as it can be read here. */
export interface Statement {
	number: number;
	body: string;
}
