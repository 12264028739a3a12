"""日期与时间: the days and times a text names."""

from casecheck.text.days import DateMention, find_dates, parse_date
from casecheck.text.times import TimeMention, find_times

__all__ = ["DateMention", "TimeMention", "find_dates", "find_times", "parse_date"]
