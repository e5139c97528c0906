-- one row per combination of categories kept for weighting ('' not known, '*' the small ones together): exhibitors, respondents, sums of their overall satisfaction
with placed as (
    select
        case when list_contains($kept['industry']::varchar[], coalesce(m.industry, '')) then coalesce(m.industry, '') else '*' end
            as industry,
        case when list_contains($kept['region']::varchar[], coalesce(m.region, '')) then coalesce(m.region, '') else '*' end
            as region,
        case when list_contains($kept['size_band']::varchar[], coalesce(m.size_band, '')) then coalesce(m.size_band, '') else '*' end
            as size_band,
        case when list_contains($kept['ownership']::varchar[], coalesce(m.ownership, '')) then coalesce(m.ownership, '') else '*' end
            as ownership,
        case when list_contains($kept['experience']::varchar[], coalesce(m.experience, '')) then coalesce(m.experience, '') else '*' end
            as experience,
        m.has_answered, m.is_repeater, m.is_always, m.overall
    from registered($slice, $edition) as m
)
select
    industry, region, size_band, ownership, experience,
    count(*) as exhibitors,
    count(*) filter (where has_answered) as respondents,
    count(*) filter (where has_answered and is_repeater) as repeaters,
    count(*) filter (where has_answered and is_always) as always,
    count(overall) as answered, coalesce(sum(overall), 0) as total, coalesce(sum(overall * overall), 0) as total_squares
from placed
group by industry, region, size_band, ownership, experience
order by industry, region, size_band, ownership, experience;
