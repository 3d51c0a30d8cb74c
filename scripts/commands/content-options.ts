import type { Command } from 'commander';

/** The options of every command that reads a content folder. */
export function withContentOptions(command: Command): Command {
  return command
    .option('--content <dir>', 'folder with site.yaml, topics.yaml, feeds.yaml, feeds/ and pages/', 'content')
    .option('--cache <dir>', 'folder for what is kept between builds', '.cache/paper-digest');
}
