const small = 'font-family:Arial,sans-serif;font-size:13px;color:#666666';

/**
 * The inline styles of the mails: programs that show mail know tables and inline styles, and little else. Some paint
 * dark what has no colour of its own, so the colours are as few as legible text allows.
 */
export const mailStyles = {
  body: 'margin:0;padding:0',
  frame: 'padding:16px',
  column:
    "width:100%;max-width:600px;text-align:left;font-family:Georgia,'Times New Roman',serif;line-height:1.5",
  heading: 'margin:0 0 8px;font-size:24px;font-weight:bold;line-height:1.25',
  row: 'padding-top:24px',
  title: 'margin:0 0 4px;font-size:18px;font-weight:bold;line-height:1.3',
  small: `margin:0 0 8px;${small}`,
  text: 'margin:0 0 8px',
} as const;
