/** Outside of a request sentences are said with the terms of the shipped profile, as the demonstration says them. */
import '#lib/wording/wording.server.ts';
