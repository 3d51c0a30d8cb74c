import { dataJsonSchema } from '#syndication/paper-data.ts';

/** The JSON Schema of the data for programs. */
export const GET = (): Response => Response.json(dataJsonSchema());
