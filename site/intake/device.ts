/** What a browser says of the device that it runs on. */
export interface Device {
  readonly userAgent: string
  readonly maxTouchPoints: number
  readonly userAgentData?: { readonly mobile: boolean }
}

/** Whether it is a phone or a tablet, whose mail programs open no draft files. An iPad says that it is a Mac. */
export const isHandheld = ({ userAgent, maxTouchPoints, userAgentData }: Device): boolean =>
  userAgentData?.mobile === true ||
  /Android|iPhone|iPad|iPod|Mobile/i.test(userAgent) ||
  (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
