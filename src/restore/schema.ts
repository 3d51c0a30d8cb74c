import { z } from 'zod';

/**
 * One formula of a restored text.
 *
 * - `start`, `end`: UTF-16 range in the text, delimiters included; `tex`: what stands between them.
 * - `confidence`: probability that authors wrote this formula here; 1 for TeX that survived.
 * - `lossy`: damaging this TeX loses a command name for good, so that the text alone could not tell it.
 * - `reconstructed`: false when the TeX survived in the source.
 */
export const formulaSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  tex: z.string(),
  confidence: z.number().min(0).max(1),
  lossy: z.boolean(),
  reconstructed: z.boolean(),
});

export type Formula = z.infer<typeof formulaSchema>;

/** A text with its mathematics in `$…$`, and where its formulas are, in their order. */
export const restoredTextSchema = z.object({ text: z.string(), formulas: z.array(formulaSchema) });

export type RestoredText = z.infer<typeof restoredTextSchema>;
