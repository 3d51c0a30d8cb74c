import type { TopicModel } from './model.ts';
import model from './trained-model.json' with { type: 'json' };

/** The model that comes with paper-digest; `npm run train:topics` writes it. */
export const trainedModel: TopicModel = model as unknown as TopicModel;
