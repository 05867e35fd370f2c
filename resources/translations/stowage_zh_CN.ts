<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlertBook</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>its link was too long and was left out</source>
        <translation>其链接过长，已省略</translation>
    </message>
    <message>
        <source>%1: %2 more characters were left out</source>
        <extracomment>%1: &quot;summary&quot;, &quot;label instance&quot;; %2: a number</extracomment>
        <translation>%1：另有 %2 个字符被省略</translation>
    </message>
    <message>
        <source>%1 of %2 annotations were left out</source>
        <translation>%2 个注解中有 %1 个被省略</translation>
    </message>
    <message>
        <source>%1 of %2 labels were left out</source>
        <translation>%2 个标签中有 %1 个被省略</translation>
    </message>
    <message>
        <source>annotation&apos;s name</source>
        <translation>注解名称</translation>
    </message>
    <message>
        <source>label&apos;s name</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>注解 %1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>told to begin at %1, which is ahead of our clock: taken as when it was first seen</source>
        <translation>报告的开始时间 %1 晚于本机时钟：以首次看到的时间为准</translation>
    </message>
    <message>
        <source>told to end at %1, which is ahead of our clock: taken as when it was first seen</source>
        <translation>报告的结束时间 %1 晚于本机时钟：以首次看到的时间为准</translation>
    </message>
    <message>
        <source>told to end at %1, before it began: taken as ended when it began</source>
        <translation>报告的结束时间 %1 早于开始时间：以开始时间作为结束时间</translation>
    </message>
    <message>
        <source>told as begun anew: when it ended nobody saw</source>
        <extracomment>why an alert is taken for ended</extracomment>
        <translation>报告为重新开始：此前何时结束无从得知</translation>
    </message>
    <message>
        <source>its source is watched no longer</source>
        <translation>其数据源已不再被监视</translation>
    </message>
</context>
<context>
    <name>AlertFields</name>
    <message numerus="yes">
        <source>%n label(s), %2 of annotations</source>
        <extracomment>what is not shown of an alert, because it is too much: %2 is a number of bytes</extracomment>
        <translation>
            <numerusform>%n 个标签，%2 的注解</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertPrinter</name>
    <message>
        <source>there is no incident &quot;%1&quot;</source>
        <translation>没有事件“%1”</translation>
    </message>
    <message>
        <source>stowage incidents prints those that there are.</source>
        <translation>stowage incidents 可列出现有的事件。</translation>
    </message>
</context>
<context>
    <name>AlertRules</name>
    <message>
        <source>node {subject} is gone[: {layers.single|one layer has|# layers have} one copy left]</source>
        <translation>节点 {subject} 已失联[：{layers.single|# 个层|# 个层}仅剩一份副本]</translation>
    </message>
    <message>
        <source>node {subject} is gone[, {reason}][; {layers.single|one layer has|# layers have} one copy left][, {layers.none|one has|# have} none][ ({images|one image|# images})]</source>
        <translation>节点 {subject} 已失联[，{reason}][；{layers.single|# 个层|# 个层}仅剩一份副本][，{layers.none|# 个层|# 个层}没有副本][（{images|# 个镜像|# 个镜像}）]</translation>
    </message>
    <message>
        <source>node {subject} is up and serves nothing[: {layers.single|one layer has|# layers have} one copy left]</source>
        <translation>节点 {subject} 正常运行但什么都不提供[：{layers.single|# 个层|# 个层}仅剩一份副本]</translation>
    </message>
    <message>
        <source>node {subject} is up and serves no content[, {reason}][; {layers.single|one layer has|# layers have} one copy left]</source>
        <translation>节点 {subject} 正常运行但无法提供内容[，{reason}][；{layers.single|# 个层|# 个层}仅剩一份副本]</translation>
    </message>
    <message>
        <source>key image {image} has layers with one copy left</source>
        <translation>关键镜像 {image} 有仅剩一份副本的层</translation>
    </message>
    <message>
        <source>key image {image}: {layers.single|one layer has|# layers have} one copy left[ ({bytes.single})], on {holders}[; of {layers.unsure|one|#} not all nodes have answered]</source>
        <translation>关键镜像 {image}：{layers.single|# 个层|# 个层}仅剩一份副本[（{bytes.single}）]，位于 {holders}[；其中 {layers.unsure|# 个层|# 个层}尚未得到所有节点的应答]</translation>
    </message>
    <message>
        <source>key image {image} has layers that no node holds</source>
        <translation>关键镜像 {image} 有没有任何节点持有的层</translation>
    </message>
    <message>
        <source>key image {image}: {layers.none|one layer lies|# layers lie} on no node[; of {layers.unsure|one|#} not all nodes have answered]</source>
        <translation>关键镜像 {image}：{layers.none|# 个层|# 个层}不在任何节点上[；其中 {layers.unsure|# 个层|# 个层}尚未得到所有节点的应答]</translation>
    </message>
    <message>
        <source>key image {image} is missing where it must be</source>
        <translation>关键镜像 {image} 在必须存在之处缺失</translation>
    </message>
    <message>
        <source>key image {image} is not whole on {nodes.lacking|one node|# nodes} that must have it (&quot;{rule}&quot;): {nodes.names}</source>
        <translation>关键镜像 {image} 在 {nodes.lacking|# 个节点|# 个节点}上不完整，而它们必须拥有该镜像（“{rule}”）：{nodes.names}</translation>
    </message>
    <message>
        <source>{images.broken|one image lies|# images lie} less widely than policy {subject} asks</source>
        <translation>{images.broken|# 个镜像|# 个镜像}的分布未达到策略 {subject} 的要求</translation>
    </message>
    <message>
        <source>{images.broken|one image has|# images have} fewer than {copies|one copy|# copies} in {zones|one zone|# zones}: {images.names}[ ({layers.below|one layer|# layers}, {bytes.below})]</source>
        <translation>{images.broken|# 个镜像|# 个镜像}未达到 {zones|# 个可用区|# 个可用区}内 {copies|# 份副本|# 份副本}的要求：{images.names}[（{layers.below|# 个层|# 个层}，{bytes.below}）]</translation>
    </message>
    <message>
        <source>{subject} is down</source>
        <translation>{subject} 已停机</translation>
    </message>
    <message>
        <source>{subject} says that it is down[: {reason}]</source>
        <translation>{subject} 报告自身已停机[：{reason}]</translation>
    </message>
    <message>
        <source>{subject} answers {errors.percent} of requests with errors</source>
        <translation>{subject} 对 {errors.percent} 的请求返回错误</translation>
    </message>
    <message>
        <source>{subject} answers {errors.percent} of {requests.perSecond} with errors[, usually {errors.usual}]</source>
        <translation>{subject} 在 {requests.perSecond} 的请求中对 {errors.percent} 返回错误[，平常 {errors.usual}]</translation>
    </message>
    <message>
        <source>{subject} answers with more errors than usual</source>
        <translation>{subject} 返回的错误多于平常</translation>
    </message>
    <message>
        <source>{subject}: {errors.percent} errors, usually {errors.usual} at this hour, for {errors.drift}</source>
        <translation>{subject}：错误率 {errors.percent}，平常此时 {errors.usual}，已持续 {errors.drift}</translation>
    </message>
    <message>
        <source>{subject} is slow: p95 {latency.p95.seconds}, {latency.p95.factor} its baseline</source>
        <translation>{subject} 缓慢：p95 {latency.p95.seconds}，为其基线的 {latency.p95.factor}</translation>
    </message>
    <message>
        <source>p95 {latency.p95.seconds}, {latency.p95.factor} its baseline {latency.p95.usual}[, for {latency.p95.drift}]</source>
        <translation>p95 {latency.p95.seconds}，为其基线 {latency.p95.usual} 的 {latency.p95.factor}[，已持续 {latency.p95.drift}]</translation>
    </message>
    <message>
        <source>the cache of {subject} hits less than usual</source>
        <translation>{subject} 的缓存命中率低于平常</translation>
    </message>
    <message>
        <source>the cache of {subject} hits {hits.percent}, usually {hits.usual}, for {hits.drift}</source>
        <translation>{subject} 的缓存命中率为 {hits.percent}，平常 {hits.usual}，已持续 {hits.drift}</translation>
    </message>
    <message>
        <source>{subject} is out of CPU</source>
        <translation>{subject} 的 CPU 已耗尽</translation>
    </message>
    <message>
        <source>{subject} is out of CPU: {process.cpu.cores} of {cpu.limit} ({cpu.percent})[, p95 {latency.p95.seconds}]</source>
        <translation>{subject} 的 CPU 已用尽：{process.cpu.cores} / {cpu.limit}（{cpu.percent}）[，p95 {latency.p95.seconds}]</translation>
    </message>
    <message>
        <source>{subject} is near the load that it bears</source>
        <translation>{subject} 接近其可承受的负载</translation>
    </message>
    <message>
        <source>{subject} has {requests.perSecond} requests, {load.percent} of {load.knee} from which on it was seen to slow down</source>
        <translation>{subject} 的请求量为 {requests.perSecond}，是其开始变慢的负载 {load.knee} 的 {load.percent}</translation>
    </message>
    <message>
        <source>{subject} runs out of open files</source>
        <translation>{subject} 可打开的文件数即将耗尽</translation>
    </message>
    <message>
        <source>{subject} has {process.files} of {process.files.limit} files open ({process.files.percent})</source>
        <translation>{subject} 已打开 {process.files} 个文件，上限 {process.files.limit}（{process.files.percent}）</translation>
    </message>
    <message>
        <source>peers of {subject} find little of what is asked for</source>
        <translation>{subject} 的对等节点命中率很低</translation>
    </message>
    <message>
        <source>peers of {subject} find {hits.percent} of what is asked for (five minutes, {hits.requests} requests)[; {hits.hour.percent} over the hour]</source>
        <translation>{subject} 的对等节点命中 {hits.percent} 的请求（五分钟内 {hits.requests} 个请求）[；一小时内为 {hits.hour.percent}]</translation>
    </message>
    <message>
        <source>the peer on {subject} is beyond its limits</source>
        <translation>{subject} 上的对等节点超出限值</translation>
    </message>
    <message>
        <source>the peer on {subject}: {limits.text}</source>
        <translation>{subject} 上的对等节点：{limits.text}</translation>
    </message>
    <message>
        <source>{subject} does not answer</source>
        <translation>{subject} 没有应答</translation>
    </message>
    <message>
        <source>{subject} has not answered for {age}[: {error}]</source>
        <translation>{subject} 已有 {age} 没有应答[：{error}]</translation>
    </message>
    <message>
        <source>{subject} has never answered</source>
        <translation>{subject} 从未应答</translation>
    </message>
    <message>
        <source>{subject} has not answered since the start[: {error}]</source>
        <translation>{subject} 自启动以来没有应答[：{error}]</translation>
    </message>
    <message>
        <source>{failures.percent} of the requests to {subject} fail</source>
        <translation>对 {subject} 的请求有 {failures.percent} 失败</translation>
    </message>
    <message>
        <source>{failures.percent} of the requests to {subject} fail ({requests.perSecond})[: {error}]</source>
        <translation>对 {subject} 的请求有 {failures.percent} 失败（{requests.perSecond}）[：{error}]</translation>
    </message>
    <message>
        <source>{subject} cannot be read</source>
        <translation>无法读取 {subject}</translation>
    </message>
    <message>
        <source>{subject} answers, but its images cannot be read[: {error}]</source>
        <translation>{subject} 有应答，但无法读取其镜像[：{error}]</translation>
    </message>
    <message>
        <source>{subject} was not read in full</source>
        <translation>{subject} 未完整读取</translation>
    </message>
    <message>
        <source>{unread|one part|# parts} of {subject} could not be read[: {unread.first}]</source>
        <translation>{subject} 有 {unread|# 个部分|# 个部分}无法读取[：{unread.first}]</translation>
    </message>
    <message>
        <source>the sweep of {subject} lags behind</source>
        <translation>{subject} 的巡检滞后</translation>
    </message>
    <message>
        <source>who holds what of {subject} is {sweep.lag} older than it should be</source>
        <translation>{subject} 的内容分布数据比应有的陈旧 {sweep.lag}</translation>
    </message>
    <message>
        <source>the certificate of {server} ends in {left}</source>
        <translation>{server} 的证书将在 {left} 后到期</translation>
    </message>
    <message>
        <source>the certificate of {server} (by {issuer}) ends in {left}</source>
        <translation>{server} 的证书（由 {issuer} 签发）将在 {left} 后到期</translation>
    </message>
    <message>
        <source>IPv6 is dark on {server}, IPv4 is unaffected</source>
        <translation>{server} 的 IPv6 不通，IPv4 不受影响</translation>
    </message>
    <message>
        <source>{server} has an AAAA record ({v6.addresses}) that leads nowhere: IPv6 is dark, IPv4 is unaffected</source>
        <translation>{server} 有一条不通的 AAAA 记录（{v6.addresses}）：IPv6 不通，IPv4 不受影响</translation>
    </message>
    <message>
        <source>another machine answers for {subject}</source>
        <translation>另一台机器在代替 {subject} 应答</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>{what} on {subject} fills in {left}</source>
        <translation>{subject} 上的 {what} 将在 {left} 后写满</translation>
    </message>
    <message>
        <source>{what} on {subject} fills in {left} ({left.least} to {left.most})</source>
        <translation>{subject} 上的 {what} 将在 {left} 后写满（{left.least} 至 {left.most}）</translation>
    </message>
    <message>
        <source>much of what {subject} tells cannot be true</source>
        <translation>{subject} 报告的大量数据不可能为真</translation>
    </message>
    <message>
        <source>{quarantined.recent} samples of {subject} within ten minutes cannot be true[: {quarantined.worst}]</source>
        <translation>{subject} 在十分钟内有 {quarantined.recent} 个样本不可能为真[：{quarantined.worst}]</translation>
    </message>
    <message>
        <source>Stowage stalls</source>
        <translation>Stowage 卡顿</translation>
    </message>
    <message>
        <source>Stowage stalled {stalls|once|# times} within five minutes, for {stalls.longest} at most</source>
        <translation>Stowage 在五分钟内卡顿 {stalls|# 次|# 次}，最长 {stalls.longest}</translation>
    </message>
    <message>
        <source>Stowage uses much memory</source>
        <translation>Stowage 占用大量内存</translation>
    </message>
    <message>
        <source>Stowage uses {memory.bytes} of memory</source>
        <translation>Stowage 占用 {memory.bytes} 内存</translation>
    </message>
    <message>
        <source>the disk that Stowage writes to is nearly full</source>
        <translation>Stowage 写入的磁盘即将写满</translation>
    </message>
    <message>
        <source>where Stowage keeps its data {disk.free} are free ({disk.free.percent})</source>
        <translation>Stowage 保存数据的位置剩余 {disk.free}（{disk.free.percent}）</translation>
    </message>
    <message>
        <source>Stowage does not keep up</source>
        <translation>Stowage 处理不过来</translation>
    </message>
    <message>
        <source>{queue.waiting} wait in the queue &quot;{queue.name}&quot; ({queue.percent} of what it may hold)</source>
        <translation>队列“{queue.name}”中有 {queue.waiting} 项等待（占其容量的 {queue.percent}）</translation>
    </message>
    <message>
        <source>the disk that Stowage writes to is slow</source>
        <translation>Stowage 写入的磁盘缓慢</translation>
    </message>
    <message>
        <source>the certificate of {server} has ended</source>
        <translation>{server} 的证书已过期</translation>
    </message>
    <message>
        <source>the certificate of {server} (by {issuer}) has ended: it is refused by whoever looks at it</source>
        <translation>{server} 的证书（由 {issuer} 签发）已过期：任何校验它的一方都会拒绝</translation>
    </message>
    <message>
        <source>Stowage cannot write its database &quot;{database}&quot;</source>
        <translation>Stowage 无法写入其数据库“{database}”</translation>
    </message>
    <message>
        <source>the database &quot;{database}&quot; cannot be written[: {trouble}][; {waiting|one entry waits|# entries wait}][, {dropped|one was lost|# were lost}]</source>
        <translation>数据库“{database}”无法写入[：{trouble}][；{waiting|# 条记录|# 条记录}等待写入][，{dropped|# 条记录|# 条记录}已丢失]</translation>
    </message>
    <message>
        <source>it took up to {write.slowest} until what the database &quot;{database}&quot; keeps was safe on disk</source>
        <translation>数据库“{database}”的内容安全写入磁盘最长用了 {write.slowest}</translation>
    </message>
    <message>
        <source>Stowage&apos;s database &quot;{database}&quot; has grown large</source>
        <translation>Stowage 的数据库“{database}”已变得很大</translation>
    </message>
    <message>
        <source>the database &quot;{database}&quot; takes {bytes} on disk</source>
        <translation>数据库“{database}”在磁盘上占用 {bytes}</translation>
    </message>
</context>
<context>
    <name>AlertmanagerAlerts</name>
    <message>
        <source>nobody sends it any more, and nobody has ended it: it may stand or not</source>
        <translation>已无人再发送它，也无人将其结束：它可能仍在触发，也可能没有</translation>
    </message>
    <message>
        <source>Check that the Prometheus that sent it is alive and reaches its Alertmanager.</source>
        <translation>请检查发送它的 Prometheus 是否存活并能访问其 Alertmanager。</translation>
    </message>
</context>
<context>
    <name>AlertmanagerAnswer</name>
    <message>
        <source>the answer is not Alertmanager&apos;s</source>
        <translation>响应并非来自 Alertmanager</translation>
    </message>
    <message>
        <source>Check that the address is an Alertmanager&apos;s, with the prefix that its API may have.</source>
        <translation>请确认该地址属于 Alertmanager，并带有其 API 可能使用的前缀。</translation>
    </message>
    <message>
        <source>Check the credentials in the profile.</source>
        <translation>请检查配置中的凭据。</translation>
    </message>
    <message>
        <source>Ask for the right to read its alerts.</source>
        <translation>请申请读取其告警的权限。</translation>
    </message>
    <message>
        <source>Check the address in the profile, with the prefix that the API may have: version 2 is needed, Alertmanager 0.16 or newer.</source>
        <translation>请检查配置文件中的地址，包括 API 可能使用的前缀：需要版本 2，即 Alertmanager 0.16 或更新版本。</translation>
    </message>
    <message>
        <source>Give it a lower budget.</source>
        <translation>请给它更低的预算。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log.</source>
        <translation>请查看服务器日志。</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
</context>
<context>
    <name>AlertsRules</name>
    <message>
        <source>a policy of all alerts hides those after it</source>
        <translation>匹配所有告警的策略会使其后的策略失效</translation>
    </message>
    <message>
        <source>Say it in &quot;usual&quot;, or what it is for.</source>
        <translation>请写在“usual”中，或写明它适用于哪些告警。</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>请为每一项取不同的名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no source of the profile</source>
        <translation>“%1”不是配置文件中的数据源</translation>
    </message>
    <message>
        <source>Name one that &quot;sources&quot; has.</source>
        <translation>请使用“sources”中已有的数据源。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
    <message>
        <source>there is no such moment</source>
        <translation>不存在这样的时刻</translation>
    </message>
    <message>
        <source>Write it as 2026-12-01T20:00:00Z.</source>
        <translation>请写作 2026-12-01T20:00:00Z。</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>它在开始之前就结束</translation>
    </message>
    <message>
        <source>Give it an end after its beginning.</source>
        <translation>请让结束时间晚于开始时间。</translation>
    </message>
    <message>
        <source>it comes again before it has ended</source>
        <translation>它在结束之前又重复开始</translation>
    </message>
    <message>
        <source>Make it shorter, or let it come less often.</source>
        <translation>请缩短时长，或降低重复频率。</translation>
    </message>
    <message>
        <source>it ends when it begins</source>
        <translation>它的结束时间与开始时间相同</translation>
    </message>
    <message>
        <source>For a whole day write 00:00 and 23:59, or use &quot;maintenance&quot;.</source>
        <translation>全天请写作 00:00 和 23:59，或使用“maintenance”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time zone that is known here</source>
        <translation>“%1”不是此处已知的时区</translation>
    </message>
    <message>
        <source>Write it as Europe/Berlin or UTC.</source>
        <translation>请写作 Europe/Berlin 或 UTC。</translation>
    </message>
</context>
<context>
    <name>BearerTokens</name>
    <message>
        <source>the token service&apos;s answer holds no token</source>
        <translation>令牌服务的响应中没有令牌</translation>
    </message>
    <message>
        <source>Check the realm that the registry names in its challenge.</source>
        <translation>请检查 Registry 在认证质询中给出的 realm。</translation>
    </message>
</context>
<context>
    <name>CellTiles</name>
    <message>
        <source>held</source>
        <extracomment>Written into a cell of the placement matrix when cells are large; keep it as short as this.</extracomment>
        <translation>持有</translation>
    </message>
    <message>
        <source>only</source>
        <extracomment>Written into a cell of the placement matrix when cells are large; keep it as short as this.</extracomment>
        <translation>唯一</translation>
    </message>
    <message>
        <source>lost</source>
        <extracomment>Written into a cell of the placement matrix when cells are large; keep it as short as this.</extracomment>
        <translation>丢失</translation>
    </message>
    <message>
        <source>lost?</source>
        <extracomment>the same: it may be lost</extracomment>
        <translation>可能丢失</translation>
    </message>
</context>
<context>
    <name>ChartPlan</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a host, %2 a metric</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n 台主机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartReading</name>
    <message>
        <source>no data %1</source>
        <translation>%1 无数据</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>why a sample cannot be true, and what it said: &quot;above what any disk can write: 90 TiB/s&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>the least and the greatest value within a span of time</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <extracomment>a value that stands for a span of time</extracomment>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>早 %1</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>晚 %1</translation>
    </message>
</context>
<context>
    <name>ChartTicks</name>
    <message>
        <source>d MMM</source>
        <extracomment>the format of a day on an axis of time, as QLocale knows it: &quot;22 Nov&quot;</extracomment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>M 月</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>d MMM</source>
        <extracomment>the format of a day as QLocale knows it: &quot;22 Nov&quot;</extracomment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>%1: nothing known</source>
        <translation>%1：未知</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <extracomment>a series, its last value and the time of it</extracomment>
        <translation>%1：%3 为 %2</translation>
    </message>
    <message>
        <source>no data %1</source>
        <translation>%1 无数据</translation>
    </message>
    <message>
        <source>%1 – %2 UTC</source>
        <extracomment>from a moment to another one, in UTC</extracomment>
        <translation>%1 – %2 UTC</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>v shows a table</source>
        <translation>v 显示表格</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChunkCodec</name>
    <message>
        <source>a piece of the history on disk is damaged</source>
        <translation>磁盘上的一段历史已损坏</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>See stowage --help.</source>
        <translation>参见 stowage --help。</translation>
    </message>
    <message>
        <source>The profile; else $STOWAGE_PROFILE, else profile.json in the configuration folder.</source>
        <translation>配置文件；未指定时取 $STOWAGE_PROFILE，再取配置目录中的 profile.json。</translation>
    </message>
    <message>
        <source>How long one request may take: 30s, 2min, 500ms.</source>
        <translation>单个请求的最长时间：30s、2min、500ms。</translation>
    </message>
    <message>
        <source>How long to wait for sources that have not answered: 20s.</source>
        <translation>等待尚未响应的数据源的时间：20s。</translation>
    </message>
    <message>
        <source>JSON on standard output.</source>
        <translation>向标准输出打印 JSON。</translation>
    </message>
    <message>
        <source>No colours, also without NO_COLOR.</source>
        <translation>不使用颜色，即使未设置 NO_COLOR。</translation>
    </message>
    <message>
        <source>Language of the words: en, zh_CN.</source>
        <translation>界面语言：en、zh_CN。</translation>
    </message>
    <message>
        <source>Say on standard error what happens meanwhile.</source>
        <translation>在标准错误上说明运行过程。</translation>
    </message>
    <message>
        <source>This help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>The version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Only rows that match, as in the window&apos;s filter.</source>
        <translation>只列出匹配的行，语法与窗口中的过滤器相同。</translation>
    </message>
    <message>
        <source>By that column; -COLUMN for the other way.</source>
        <translation>按该列排序；-COLUMN 表示反向。</translation>
    </message>
    <message>
        <source>Only this image: repository:tag.</source>
        <translation>只看此镜像：repository:tag。</translation>
    </message>
    <message>
        <source>dark, light, high-contrast or red-green.</source>
        <translation>dark、light、high-contrast 或 red-green。</translation>
    </message>
    <message>
        <source>Device pixels a pixel: 1 to 4.</source>
        <translation>每个像素对应的设备像素数：1 到 4。</translation>
    </message>
    <message>
        <source>The window&apos;s size: 1440x900.</source>
        <translation>窗口大小：1440x900。</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 20s, 500ms or 2min, not &quot;%2&quot;</source>
        <translation>--%1 需要一个时间，例如 20s、500ms 或 2min，而不是“%2”</translation>
    </message>
    <message>
        <source>--scale takes a number from 1 to 4, not &quot;%1&quot;</source>
        <translation>--scale 需要 1 到 4 之间的数，而不是“%1”</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT such as 1440x900, not &quot;%1&quot;</source>
        <translation>--size 需要 WIDTHxHEIGHT 形式，例如 1440x900，而不是“%1”</translation>
    </message>
    <message>
        <source>--lang takes en or zh_CN, not &quot;%1&quot;</source>
        <translation>--lang 只接受 en 或 zh_CN，而不是“%1”</translation>
    </message>
    <message>
        <source>there is no command &quot;%1&quot;</source>
        <translation>没有命令“%1”</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
    <message>
        <source>See stowage %1 --help.</source>
        <translation>参见 stowage %1 --help。</translation>
    </message>
    <message>
        <source>Stowage, the operations console for container-image delivery.</source>
        <translation>Stowage，容器镜像分发的运维控制台。</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>A node, or all of a zone by zone:NAME; any number of times.</source>
        <translation>一个节点，或以 zone:NAME 表示整个可用区；可重复多次。</translation>
    </message>
    <message>
        <source>On how many nodes each layer shall lie; else as the profile says.</source>
        <translation>每个层应存在于多少个节点上；未给出时以配置文件为准。</translation>
    </message>
    <message>
        <source>In how many zones; else as the profile says.</source>
        <translation>分布于多少个可用区；未给出时以配置文件为准。</translation>
    </message>
    <message>
        <source>What nodes pull of which nothing tells it, such as linux/arm64.</source>
        <translation>无从得知平台的节点所拉取的平台，例如 linux/arm64。</translation>
    </message>
    <message>
        <source>Only the plan. This version offers nothing else.</source>
        <translation>只给出计划。本版本不提供其他操作。</translation>
    </message>
    <message>
        <source>How many nodes the simulated fleet has: 1 to 5000.</source>
        <translation>模拟集群的节点数：1 到 5000。</translation>
    </message>
    <message>
        <source>--nodes takes a number from 1 to 5000, not &quot;%1&quot;</source>
        <translation>--nodes 需要 1 到 5000 之间的数字，而不是“%1”</translation>
    </message>
    <message>
        <source>--%1 takes a number from 1 to 10000, not &quot;%2&quot;</source>
        <translation>--%1 需要 1 到 10000 之间的数字，而不是“%2”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads nowhere in this program</source>
        <translation>“%1”在本程序中没有对应的位置</translation>
    </message>
    <message>
        <source>A link is a page, as stowage://fleet, or a thing: %1.</source>
        <translation>链接指向页面（如 stowage://fleet）或某个对象：%1。</translation>
    </message>
    <message>
        <source>How far back: 90min, 6h, 30d; 6h unless told.</source>
        <translation>回溯多久：90min、6h、30d；未指定时为 6h。</translation>
    </message>
    <message>
        <source>--range takes a time such as 90min, 6h or 30d, not &quot;%1&quot;</source>
        <translation>--range 接受 90min、6h 或 30d 这样的时长，而不是“%1”</translation>
    </message>
    <message>
        <source>What you say to it: a word to whoever comes next.</source>
        <translation>对此的说明：给下一位处理者的留言。</translation>
    </message>
    <message>
        <source>How long to mute: 90min, 2h, 1d; 30d at most.</source>
        <translation>静音多久：90min、2h、1d；最长 30d。</translation>
    </message>
    <message>
        <source>The port of 127.0.0.1 for its own figures; else any free one.</source>
        <translation>在 127.0.0.1 上提供自身指标的端口；未给出时使用任一空闲端口。</translation>
    </message>
    <message>
        <source>Only tests every way to people, and ends.</source>
        <translation>仅测试每个通知渠道，然后结束。</translation>
    </message>
    <message>
        <source>--metrics takes a port from 1 to 65535, not &quot;%1&quot;</source>
        <translation>--metrics 需要 1 到 65535 之间的端口，而不是“%1”</translation>
    </message>
    <message>
        <source>the form is: stowage incidents %1 ID</source>
        <translation>格式为：stowage incidents %1 ID</translation>
    </message>
    <message>
        <source>The ids are those that stowage incidents prints.</source>
        <translation>标识见 stowage incidents 的输出。</translation>
    </message>
    <message>
        <source>an incident is muted for a time, never without an end</source>
        <translation>事件只能静音一段时间，不能无限期静音</translation>
    </message>
    <message>
        <source>Tell it: --for 2h.</source>
        <translation>请给出时长：--for 2h。</translation>
    </message>
    <message>
        <source>--for takes a time from 1min to 30d such as 90min, 2h or 1d, not &quot;%1&quot;</source>
        <translation>--for 接受 1min 到 30d 之间的时长，例如 90min、2h 或 1d，而不是“%1”</translation>
    </message>
    <message>
        <source>the form is: %1</source>
        <translation>格式为：%1</translation>
    </message>
    <message>
        <source>Exit status: 0 fine, 1 findings, 2 usage or profile wrong, 3 nothing found but a source not reached, 4 refused, 5 an action failed, 70 a defect; 128 and the signal&apos;s number for a command that was sent away (130 by Ctrl+C).</source>
        <translation>退出状态：0 正常，1 有发现，2 用法或配置文件有误，3 没有发现但有数据源不可达，4 被拒绝，5 操作失败，70 程序缺陷；被信号终止的命令为 128 加信号编号（Ctrl+C 为 130）。</translation>
    </message>
    <message>
        <source>Where the last known fleet, the history, and the log of alerts and incidents are kept.</source>
        <translation>保存最近已知集群状态、历史以及告警和事件日志的目录。</translation>
    </message>
    <message>
        <source>What happens in the simulated fleet: calm, dead-peer, registry-cpu, host-oom, aaaa, nix-gc, storm, flood.</source>
        <translation>模拟集群中发生什么：calm、dead-peer、registry-cpu、host-oom、aaaa、nix-gc、storm、flood。</translation>
    </message>
    <message>
        <source>How long to watch once the sources have answered: 90s.</source>
        <translation>数据源应答后继续观察多久：90s。</translation>
    </message>
    <message>
        <source>--note goes with ack and mute, not with %1</source>
        <translation>--note 用于 ack 和 mute，不能与 %1 一起使用</translation>
    </message>
    <message>
        <source>--for goes with mute, not with %1</source>
        <translation>--for 用于 mute，不能与 %1 一起使用</translation>
    </message>
</context>
<context>
    <name>CommandTable</name>
    <message>
        <source>a simulated fleet on loopback ports, and Stowage upon it; prints the report where there is no display</source>
        <translation>在环回端口上运行模拟集群并接入 Stowage；没有显示器时打印报告</translation>
    </message>
    <message>
        <source>every page of the profile, or of the demo without one, as PNG</source>
        <translation>将配置文件（未指定时为演示）的每个页面保存为 PNG</translation>
    </message>
    <message>
        <source>connects, waits until each source has answered once or failed, prints the whole fleet</source>
        <translation>连接并等待每个数据源响应一次或失败，然后打印整个集群</translation>
    </message>
    <message>
        <source>the images as a table or JSON</source>
        <translation>以表格或 JSON 列出镜像</translation>
    </message>
    <message>
        <source>the layers, and on how many nodes each lies</source>
        <translation>列出层，以及每层位于多少个节点</translation>
    </message>
    <message>
        <source>the nodes and what they hold</source>
        <translation>列出节点及其持有的内容</translation>
    </message>
    <message>
        <source>the sources, their state and errors</source>
        <translation>列出数据源及其状态和错误</translation>
    </message>
    <message>
        <source>which layer lies on which node, and what has one copy left</source>
        <translation>哪些层位于哪些节点，哪些仅剩一份副本</translation>
    </message>
    <message>
        <source>the doctor: DNS, TCP, TLS, authentication, identity, capability</source>
        <translation>诊断：DNS、TCP、TLS、认证、身份、能力</translation>
    </message>
    <message>
        <source>checks a profile and names every fault by line</source>
        <translation>检查配置文件，按行指出每个错误</translation>
    </message>
    <message>
        <source>the window, at that place; the same as no command</source>
        <translation>在该位置打开窗口；与不带命令相同</translation>
    </message>
    <message>
        <source>what to pull where so that these images have their copies; with --dry-run it is planned, and nothing is carried out</source>
        <translation>为使这些镜像具备所需副本，应在何处拉取什么；使用 --dry-run 时只做计划，不执行任何操作</translation>
    </message>
    <message>
        <source>what is lost with these nodes, and which images break</source>
        <translation>失去这些节点会丢失什么，哪些镜像会损坏</translation>
    </message>
    <message>
        <source>layers with one holder or none, and broken policies; ends with 1 where there are</source>
        <translation>只有一个或没有持有者的层，以及被违反的策略；存在时以状态 1 结束</translation>
    </message>
    <message>
        <source>what each machine and registry does, the worst first</source>
        <translation>每台机器和每个 Registry 的运行情况，最差优先</translation>
    </message>
    <message>
        <source>what a metric of a host was, with its gaps and what was quarantined of it</source>
        <translation>主机某项指标的历史，包括缺口与被隔离的样本</translation>
    </message>
    <message>
        <source>the alerts of all sources, each once whoever tells of it; ends with 1 while a critical incident is open</source>
        <translation>所有数据源的告警，无论由谁报告都只列一次；有未恢复的严重事件时以状态 1 结束</translation>
    </message>
    <message>
        <source>what is wrong, the worst first; one of them with its alerts; or what you do about it. Ends with 1 while a critical incident is open</source>
        <translation>当前的问题，最差优先；或其中一个事件及其告警；或您对它的处理。有未恢复的严重事件时以状态 1 结束</translation>
    </message>
    <message>
        <source>without a face: asks the sources, keeps, judges, tells people, and serves its own figures at /metrics</source>
        <translation>无界面运行：查询数据源、保存、判断、通知人员，并在 /metrics 提供自身指标</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>CrossHair</name>
    <message numerus="yes">
        <source>and %n more, see the table (v)</source>
        <translation>
            <numerusform>另有 %n 项，见表格（v）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurlTransfer</name>
    <message>
        <source>IPv4 did not answer, IPv6 did</source>
        <translation>IPv4 无响应，IPv6 有响应</translation>
    </message>
    <message>
        <source>IPv6 did not answer, IPv4 did</source>
        <translation>IPv6 无响应，IPv4 有响应</translation>
    </message>
</context>
<context>
    <name>DatabaseFile</name>
    <message>
        <source>Make the folder writable, or name another with --data. Until then nothing is kept.</source>
        <translation>请使该目录可写，或用 --data 指定其他目录。在此之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建目录</translation>
    </message>
    <message>
        <source>the database cannot be made</source>
        <translation>无法创建数据库</translation>
    </message>
    <message>
        <source>the database cannot be read</source>
        <translation>无法读取数据库</translation>
    </message>
    <message>
        <source>the corrupt database cannot be set aside</source>
        <translation>无法移开损坏的数据库</translation>
    </message>
    <message>
        <source>the database was written by a newer Stowage; it is left untouched and nothing is kept</source>
        <translation>数据库由更新版本的 Stowage 写入；已保持原样，不保存任何内容</translation>
    </message>
    <message>
        <source>Update Stowage, or name another folder with --data.</source>
        <translation>请升级 Stowage，或用 --data 指定其他目录。</translation>
    </message>
    <message>
        <source>this database belongs to another program; it is left untouched and nothing is kept</source>
        <translation>此数据库属于其他程序；已保持原样，不保存任何内容</translation>
    </message>
    <message>
        <source>Move it away, or name another folder with --data.</source>
        <translation>请将其移走，或用 --data 指定其他目录。</translation>
    </message>
</context>
<context>
    <name>DemoScenario</name>
    <message>
        <source>An ordinary day: one node is gone, one cannot serve, images come and go</source>
        <translation>平常的一天：一个节点失联，一个节点无法服务，镜像来来去去</translation>
    </message>
    <message>
        <source>A node dies after 20 seconds and takes second copies with it; its records live on</source>
        <translation>20 秒后一个节点宕机，并带走若干第二副本；其记录仍然保留</translation>
    </message>
    <message>
        <source>There is no scenario &quot;%1&quot;</source>
        <translation>没有场景“%1”</translation>
    </message>
    <message>
        <source>Known are: %1</source>
        <translation>已知场景：%1</translation>
    </message>
    <message>
        <source>The registry runs into its CPU limit after a minute: slow answers, then errors</source>
        <translation>一分钟后 Registry 触及其 CPU 上限：先是应答缓慢，然后出错</translation>
    </message>
    <message>
        <source>A host runs out of memory after 10 seconds: ninety bad minutes in ninety seconds, 120 alerts</source>
        <translation>一台主机在 10 秒后耗尽内存：九十秒内重现糟糕的九十分钟，120 条告警</translation>
    </message>
    <message>
        <source>The hub&apos;s name gets an IPv6 address that leads nowhere: agents lose the hub, IPv4 is unaffected</source>
        <translation>Hub 的名称多出一个不通的 IPv6 地址：代理与 Hub 失去联系，IPv4 不受影响</translation>
    </message>
    <message>
        <source>A builder&apos;s /nix fills though its collection runs, and then blocks it</source>
        <translation>构建机的 /nix 在垃圾回收运行时仍不断写满，随后垃圾回收将其阻塞</translation>
    </message>
    <message>
        <source>The same probe fails for sixty shops within a minute: 240 alerts, one cause</source>
        <translation>同一探测在一分钟内对六十家门店失败：240 个告警，一个原因</translation>
    </message>
    <message>
        <source>A zone&apos;s pods fail after five seconds: 10,000 alerts within a minute, one cause</source>
        <translation>一个可用区的 Pod 在五秒后故障：一分钟内 10,000 个告警，一个原因</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message>
        <source>a digest is sha256: and 64 lower-case hex digits</source>
        <translation>摘要应为 sha256: 加 64 位小写十六进制数字</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>%1 of %2 fine</source>
        <translation>%2 项中 %1 项正常</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connection over IPv4</source>
        <translation>IPv4 连接</translation>
    </message>
    <message>
        <source>Connection over IPv6</source>
        <translation>IPv6 连接</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>the same server answers as at %1: %2</source>
        <translation>响应的服务器与 %1 处相同：%2</translation>
    </message>
    <message>
        <source>Give each node its own address (pod IP, host port): one that is balanced answers for any node.</source>
        <translation>请为每个节点提供独立的地址（Pod IP、主机端口）：经过负载均衡的地址会由任意节点响应。</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>%1 is above its usual since %2</source>
        <translation>%1 自 %2 起高于平常</translation>
    </message>
    <message>
        <source>%1 is below its usual since %2</source>
        <translation>%1 自 %2 起低于平常</translation>
    </message>
    <message>
        <source>%1 is %2 times its usual since %3</source>
        <extracomment>&quot;Latency, p95 is 3.1 times its usual since 02:58&quot;</extracomment>
        <translation>%1 自 %3 起为平常的 %2 倍</translation>
    </message>
</context>
<context>
    <name>EngineCore</name>
    <message>
        <source>the token service answered with status %1</source>
        <translation>令牌服务返回状态 %1</translation>
    </message>
    <message>
        <source>Look at the token service&apos;s load and log.</source>
        <translation>请查看令牌服务的负载和日志。</translation>
    </message>
    <message>
        <source>the token service refused us with status %1</source>
        <translation>令牌服务以状态 %1 拒绝了请求</translation>
    </message>
    <message>
        <source>Check the user and the password of this source.</source>
        <translation>请检查此数据源的用户名和密码。</translation>
    </message>
    <message>
        <source>a header field is not valid</source>
        <translation>有无效的头字段</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1. %2</source>
        <extracomment>An error in one line: %1 is where and what happened, %2 a sentence that says what to do</extracomment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>HEAD 200 from this node</source>
        <translation>此节点返回 HEAD 200</translation>
    </message>
    <message>
        <source>HEAD 404 with JSON</source>
        <translation>HEAD 404，带 JSON</translation>
    </message>
    <message>
        <source>HEAD 404 without content: namespace not mirrored, or name filtered</source>
        <translation>HEAD 404，无内容：命名空间未启用镜像加速，或名称被过滤</translation>
    </message>
    <message>
        <source>HEAD 200 forwarded from another node</source>
        <translation>HEAD 200，由其他节点转发</translation>
    </message>
    <message>
        <source>HEAD 200 with another size than the manifest says</source>
        <translation>HEAD 200，大小与清单不符</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及时响应</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>the peer answered with a server error</source>
        <translation>对等节点返回服务器错误</translation>
    </message>
    <message>
        <source>an answer outside the protocol</source>
        <translation>响应不符合协议</translation>
    </message>
    <message>
        <source>its registry is not among the mirrored namespaces</source>
        <translation>其 Registry 不在镜像加速的命名空间之列</translation>
    </message>
    <message>
        <source>the peer asks to be asked less (HTTP 429)</source>
        <translation>对等节点要求降低请求频率（HTTP 429）</translation>
    </message>
    <message>
        <source>not believed: the peer claims to hold a digest that cannot exist</source>
        <translation>不可信：该对等节点声称持有不可能存在的摘要</translation>
    </message>
    <message>
        <source>in the node&apos;s own list of its content</source>
        <translation>在节点自己的内容列表中</translation>
    </message>
    <message>
        <source>not in the node&apos;s own list of its content</source>
        <translation>不在节点自己的内容列表中</translation>
    </message>
</context>
<context>
    <name>EvidencePlan</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a host, %2 a metric</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>the base URL is not a plain http or https address</source>
        <translation>基础 URL 不是普通的 http 或 https 地址</translation>
    </message>
    <message>
        <source>Correct the URL in the profile; credentials have their own place there.</source>
        <translation>请更正配置文件中的 URL；凭据在其中另有位置。</translation>
    </message>
    <message>
        <source>an address that the server gave cannot be requested</source>
        <translation>无法请求服务器给出的地址</translation>
    </message>
    <message>
        <source>Look at what the server answered before.</source>
        <translation>请查看服务器此前的响应。</translation>
    </message>
    <message>
        <source>%1 %2 was not sent: this session only reads</source>
        <translation>未发送 %1 %2：此会话为只读</translation>
    </message>
    <message>
        <source>Unlock the context first if you mean to change something.</source>
        <translation>如需更改，请先解锁该环境。</translation>
    </message>
    <message>
        <source>the redirect&apos;s own address is lost</source>
        <translation>重定向自身的地址已丢失</translation>
    </message>
</context>
<context>
    <name>ExpositionFault</name>
    <message>
        <source>the page is too large</source>
        <translation>页面过大</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>该行过长</translation>
    </message>
    <message>
        <source>the series has too many labels</source>
        <translation>该序列的标签过多</translation>
    </message>
    <message>
        <source>there are too many series</source>
        <translation>序列过多</translation>
    </message>
    <message>
        <source>this is a web page, not metrics</source>
        <translation>这是网页，不是指标</translation>
    </message>
    <message>
        <source>the line ends with a carriage return, as on Windows</source>
        <translation>该行以回车符结尾（Windows 换行）</translation>
    </message>
    <message>
        <source>there is a zero byte in it</source>
        <translation>其中含有零字节</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>文本不是 UTF-8</translation>
    </message>
    <message>
        <source>this is no name of a metric</source>
        <translation>这不是合法的指标名</translation>
    </message>
    <message>
        <source>this is no name of a label</source>
        <translation>这不是合法的标签名</translation>
    </message>
    <message>
        <source>a label&apos;s name is not followed by =</source>
        <translation>标签名后面没有 =</translation>
    </message>
    <message>
        <source>a label&apos;s value is not quoted</source>
        <translation>标签值没有引号</translation>
    </message>
    <message>
        <source>a label&apos;s quote is not closed</source>
        <translation>标签值的引号没有闭合</translation>
    </message>
    <message>
        <source>only \\, \&quot; and \n may follow a backslash</source>
        <translation>反斜杠只能用于 \\、\&quot; 和 \n</translation>
    </message>
    <message>
        <source>a label is followed neither by a comma nor by a closing brace</source>
        <translation>标签后面既没有逗号也没有右花括号</translation>
    </message>
    <message>
        <source>a label stands there twice</source>
        <translation>有标签重复出现</translation>
    </message>
    <message>
        <source>the series has no value</source>
        <translation>该序列没有值</translation>
    </message>
    <message>
        <source>the value is not a number, or larger than any that can be told</source>
        <translation>该值不是数字，或超出可表示范围</translation>
    </message>
    <message>
        <source>the timestamp is not one</source>
        <translation>时间戳无效</translation>
    </message>
    <message>
        <source>the exemplar is not one</source>
        <translation>exemplar 无效</translation>
    </message>
    <message>
        <source>this form knows no exemplars</source>
        <translation>此格式不支持 exemplar</translation>
    </message>
    <message>
        <source>something follows the sample</source>
        <translation>样本之后还有内容</translation>
    </message>
    <message>
        <source>the page ends in the middle of the line</source>
        <translation>页面在行中间结束</translation>
    </message>
    <message>
        <source>OpenMetrics knows no empty lines</source>
        <translation>OpenMetrics 不允许空行</translation>
    </message>
    <message>
        <source>HELP, TYPE or UNIT without the name of a metric</source>
        <translation>HELP、TYPE 或 UNIT 缺少指标名</translation>
    </message>
    <message>
        <source>there is no such type of metric</source>
        <translation>没有这种指标类型</translation>
    </message>
    <message>
        <source>the type of this metric was told before</source>
        <translation>该指标的类型此前已给出</translation>
    </message>
    <message>
        <source>this series stands there twice</source>
        <translation>该序列重复出现</translation>
    </message>
    <message>
        <source>something follows the end mark (# EOF)</source>
        <translation>结束标记（# EOF）之后还有内容</translation>
    </message>
    <message>
        <source>the page ends without its end mark (# EOF)</source>
        <translation>页面缺少结束标记（# EOF）</translation>
    </message>
    <message>
        <source>Check that the address is that of the metrics page, and that no proxy or login stands before it.</source>
        <translation>请确认地址属于指标页面，且前面没有代理或登录页。</translation>
    </message>
    <message>
        <source>Something cut it short: look at the server&apos;s log and at proxies in between.</source>
        <translation>内容被截断：请查看服务器日志及中间的代理。</translation>
    </message>
    <message>
        <source>Check that the address is that of the metrics page, and why it tells so much.</source>
        <translation>请确认地址属于指标页面，并查明其内容为何如此之多。</translation>
    </message>
    <message>
        <source>Check that the address is that of a Prometheus or OpenMetrics page, unchanged by anything in between.</source>
        <translation>请确认地址属于 Prometheus 或 OpenMetrics 页面，且未被中间环节改动。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureDelegate</name>
    <message>
        <source>quarantined</source>
        <translation>已隔离</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>the file cannot be taken: %1</source>
        <translation>无法占用该文件：%1</translation>
    </message>
    <message>
        <source>Make the folder writable, or name another with --data.</source>
        <translation>请使该文件夹可写，或用 --data 指定另一个。</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>filter, character %1</source>
        <translation>过滤器，第 %1 个字符</translation>
    </message>
    <message>
        <source>this quote is never closed</source>
        <translation>此引号没有闭合</translation>
    </message>
    <message>
        <source>Close it with the same sign.</source>
        <translation>请用相同的引号闭合。</translation>
    </message>
    <message>
        <source>this parenthesis closes nothing</source>
        <translation>此右括号没有对应的左括号</translation>
    </message>
    <message>
        <source>Take it away, or quote it to search for it.</source>
        <translation>请删除它；如要搜索它，请加引号。</translation>
    </message>
    <message>
        <source>a word or a question is missing here</source>
        <translation>此处缺少一个词或一个条件</translation>
    </message>
    <message>
        <source>Write a word, or a column, an operator and a value: bytes&gt;1GiB.</source>
        <translation>请写一个词，或写列、运算符和值：bytes&gt;1GiB。</translation>
    </message>
    <message>
        <source>parentheses are nested too deep</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <source>Write it with fewer of them.</source>
        <translation>请减少括号。</translation>
    </message>
    <message>
        <source>this parenthesis is never closed</source>
        <translation>此左括号没有闭合</translation>
    </message>
    <message>
        <source>Add a closing parenthesis.</source>
        <translation>请补上右括号。</translation>
    </message>
    <message>
        <source>%1%2 has no value</source>
        <translation>%1%2 没有值</translation>
    </message>
    <message>
        <source>Write one after the operator; quote it when it has spaces.</source>
        <translation>请在运算符后写上值；含空格时请加引号。</translation>
    </message>
    <message>
        <source>%1 is compared with %2</source>
        <translation>%1 应与%2比较</translation>
    </message>
    <message>
        <source>To search in it as text, write %1:%2.</source>
        <translation>如要按文本搜索，请写 %1:%2。</translation>
    </message>
    <message>
        <source>there is no column %1</source>
        <translation>没有列 %1</translation>
    </message>
    <message>
        <source>The columns are %1.</source>
        <translation>可用的列：%1。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是否想用 %1？</translation>
    </message>
    <message>
        <source>a size such as 1.5GiB or 900MB</source>
        <translation>大小（例如 1.5GiB 或 900MB）</translation>
    </message>
    <message>
        <source>a time such as 30s, 5min, 2h or 1d</source>
        <translation>时间（例如 30s、5min、2h 或 1d）</translation>
    </message>
    <message>
        <source>a number such as 3</source>
        <translation>数字（例如 3）</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 is compared with one of its values</source>
        <translation>%1 只能与其取值之一比较</translation>
    </message>
    <message>
        <source>They are, from the least on: %1.</source>
        <translation>由低到高依次为：%1。</translation>
    </message>
</context>
<context>
    <name>Fleet</name>
    <message>
        <source>live</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>unable</source>
        <translation>无法服务</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未见到</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unknown</source>
        <extracomment>%1 is the only node known to hold a layer; of n more nodes it is not known</extracomment>
        <translation>
            <numerusform>%1，另有 %n 个未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>last on %1</source>
        <extracomment>where a layer was last seen that no node is known to hold</extracomment>
        <translation>最后见于 %1</translation>
    </message>
    <message>
        <source>no node</source>
        <translation>无节点</translation>
    </message>
</context>
<context>
    <name>FleetPrinter</name>
    <message>
        <source>there is no image %1</source>
        <translation>没有镜像 %1</translation>
    </message>
    <message>
        <source>stowage images lists what there is.</source>
        <translation>stowage images 可列出现有镜像。</translation>
    </message>
</context>
<context>
    <name>FleetState</name>
    <message>
        <source>There is no source to ask</source>
        <translation>没有可查询的数据源</translation>
    </message>
    <message>
        <source>The profile names no registry and no cache peers, so no node and no image can be known.</source>
        <translation>配置文件中既没有 Registry，也没有对等缓存，因此无法得知任何节点和镜像。</translation>
    </message>
    <message>
        <source>Go to Sources</source>
        <translation>转到数据源</translation>
    </message>
    <message>
        <source>Reading the fleet</source>
        <translation>正在读取集群</translation>
    </message>
    <message>
        <source>No node can be shown: %1 failed</source>
        <translation>无法显示任何节点：%1 失败</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No node is known</source>
        <translation>没有已知节点</translation>
    </message>
    <message>
        <source>Every source answered, but none tells of nodes: the profile needs a source of kind &quot;spegel&quot; with its nodes.</source>
        <translation>所有数据源均已响应，但都不提供节点：配置文件需要一个类型为 &quot;spegel&quot; 并列出节点的数据源。</translation>
    </message>
    <message>
        <source>What you see is %1 old</source>
        <translation>所见为 %1 前的数据</translation>
    </message>
    <message>
        <source>No source has told of a node since %1.</source>
        <translation>自 %1 以来没有数据源报告过节点。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation>（另有 %1 个）</translation>
    </message>
    <message>
        <source>See the source</source>
        <translation>查看数据源</translation>
    </message>
    <message>
        <source>Not everything could be read: %1.</source>
        <translation>并非所有内容都能读取：%1。</translation>
    </message>
    <message>
        <source>It has not answered yet.</source>
        <translation>尚未应答。</translation>
    </message>
    <message>
        <source>Its last answer was %1 ago.</source>
        <translation>最后一次应答在 %1 前。</translation>
    </message>
    <message>
        <source>Waiting for %1 for the first answer of %2.</source>
        <extracomment>%1 is a duration, %2 one or more names</extracomment>
        <translation>等待 %2 的首次应答已 %1。</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>fills in %1 (%2 to %3)</source>
        <extracomment>when a disk or a memory is full: %1 the likely time, %2 and %3 the ends of the interval, &quot;3 h 40&quot;</extracomment>
        <translation>%1 后写满（%2 至 %3）</translation>
    </message>
    <message>
        <source>too little data for a forecast</source>
        <translation>数据太少，无法预测</translation>
    </message>
    <message>
        <source>no forecast: it jumped, and too little is known since</source>
        <translation>无法预测：数值发生跳变，此后数据太少</translation>
    </message>
    <message>
        <source>not rising</source>
        <translation>没有上升</translation>
    </message>
    <message>
        <source>not full for long</source>
        <translation>很久之后才会写满</translation>
    </message>
    <message>
        <source>no forecast: the data is stale</source>
        <translation>无法预测：数据已陈旧</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
</context>
<context>
    <name>HistoryDatabase</name>
    <message>
        <source>Make room on the disk; until then nothing is kept.</source>
        <translation>请清理磁盘空间；在此之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>Another program holds the database; it is tried again.</source>
        <translation>数据库被其他程序占用；将会重试。</translation>
    </message>
    <message>
        <source>Make the folder writable, or name another with --data. Until then nothing is kept.</source>
        <translation>请使该目录可写，或用 --data 指定其他目录。在此之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>It is tried again; until then nothing is kept.</source>
        <translation>将会重试；在此之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>it is not a SQLite file</source>
        <translation>它不是 SQLite 文件</translation>
    </message>
    <message>
        <source>its tables are not those of its version</source>
        <translation>其中的表与其版本不符</translation>
    </message>
    <message>
        <source>the database cannot be used: %1</source>
        <translation>无法使用数据库：%1</translation>
    </message>
    <message>
        <source>the database is corrupt: %1</source>
        <translation>数据库已损坏：%1</translation>
    </message>
</context>
<context>
    <name>HostAlarm</name>
    <message>
        <source>another machine answers for %1: machine id %2, before %3</source>
        <translation>另一台机器在代替 %1 应答：机器标识 %2，之前为 %3</translation>
    </message>
    <message>
        <source>another agent answers for %1: %2, before %3</source>
        <translation>另一个代理在代替 %1 应答：%2，之前为 %3</translation>
    </message>
    <message>
        <source>another machine answers for %1: it calls itself %2, before %3</source>
        <translation>另一台机器在代替 %1 应答：自称 %2，之前为 %3</translation>
    </message>
</context>
<context>
    <name>HostBook</name>
    <message>
        <source>up, though %1 says that it is down</source>
        <translation>正常运行，尽管 %1 称其已停机</translation>
    </message>
</context>
<context>
    <name>HostCensus</name>
    <message>
        <source>its series have ended: Prometheus does not scrape it any more</source>
        <translation>其序列已结束：Prometheus 不再抓取它</translation>
    </message>
    <message>
        <source>its last scrape failed</source>
        <translation>最近一次抓取失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a reason, and what the server says of it</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>HostChart</name>
    <message>
        <source>started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>another machine</source>
        <translation>另一台机器</translation>
    </message>
    <message>
        <source>limit of each</source>
        <translation>各自的上限</translation>
    </message>
</context>
<context>
    <name>HostLimits</name>
    <message>
        <source>limit %1 core</source>
        <extracomment>the most processor cores that a process may use, two decimals: &quot;limit 1.00 core&quot;</extracomment>
        <translation>上限 %1 核</translation>
    </message>
    <message>
        <source>limit %1 cores</source>
        <extracomment>the same for all other numbers: &quot;limit 2.50 cores&quot;</extracomment>
        <translation>上限 %1 核</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <extracomment>the size of a memory or disk: &quot;64 GiB in all&quot;</extracomment>
        <translation>总计 %1</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>全部核心</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>limit %1 files</source>
        <extracomment>how many files a process may have open</extracomment>
        <translation>上限 %1 个文件</translation>
    </message>
    <message>
        <source>link %1</source>
        <translation>链路 %1</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <extracomment>the number of processor cores of a machine</extracomment>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>first 5xx</source>
        <translation>首个 5xx</translation>
    </message>
</context>
<context>
    <name>HostMatcher</name>
    <message>
        <source>their machine ids differ</source>
        <translation>它们的机器标识不同</translation>
    </message>
    <message>
        <source>%1 may be another one as well</source>
        <translation>%1 也可能是另一台</translation>
    </message>
</context>
<context>
    <name>HostMemoryFile</name>
    <message>
        <source>what is known of hosts cannot be read: %1</source>
        <translation>无法读取已知的主机信息：%1</translation>
    </message>
    <message>
        <source>Make the file readable for this user.</source>
        <translation>请让此用户可以读取该文件。</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它过大</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <source>what is known of hosts was written by a newer program</source>
        <translation>已知的主机信息由更新版本的程序写成</translation>
    </message>
    <message>
        <source>It is left as it is; what is settled now is not kept.</source>
        <translation>保持原样；现在所做的判定不会被保存。</translation>
    </message>
    <message>
        <source>what is known of hosts cannot be written: %1</source>
        <translation>无法写入已知的主机信息：%1</translation>
    </message>
    <message>
        <source>What was settled holds until the program ends.</source>
        <translation>所做的判定在程序结束前有效。</translation>
    </message>
    <message>
        <source>what was known of hosts cannot be understood, and was set aside: %1</source>
        <translation>无法理解已知的主机信息，已将其搁置：%1</translation>
    </message>
    <message>
        <source>It lies in %1.</source>
        <translation>它位于 %1。</translation>
    </message>
</context>
<context>
    <name>HostPanel</name>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换空间</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Disk %1</source>
        <translation>磁盘 %1</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Agent</source>
        <extracomment>the program that measures on a host, and its version</extracomment>
        <translation>代理</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Last told</source>
        <translation>最近一次数据</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>CPU 上限</translation>
    </message>
    <message>
        <source>as the profile says</source>
        <translation>按配置所述</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a value and how old it is: &quot;62 %, 4 min ago&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 is a value, %2 says when, %3 why it cannot be true</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Its source lists this machine twice; it is counted once.</source>
        <translation>其数据源将此机器列出两次；只计一次。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a source, %2 what it calls the host</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Another machine answers</source>
        <translation>另一台机器在应答</translation>
    </message>
    <message>
        <source>What came before is kept apart.</source>
        <translation>此前的数据分开保存。</translation>
    </message>
</context>
<context>
    <name>HostPrinter</name>
    <message>
        <source>%1 of %2 and %3 of %4 may be one machine: %5
</source>
        <translation>%2 的 %1 与 %4 的 %3 可能是同一台机器：%5
</translation>
    </message>
</context>
<context>
    <name>HostStanding</name>
    <message>
        <source>gone %1</source>
        <extracomment>a host that nobody tells of any more; %1 is a duration</extracomment>
        <translation>失联 %1</translation>
    </message>
    <message>
        <source>%1, %2, from %3</source>
        <extracomment>%1 is a value, %2 says how long ago it was told, %3 by which source</extracomment>
        <translation>%1，%2，来自 %3</translation>
    </message>
    <message>
        <source>No source tells it.</source>
        <translation>没有数据源提供它。</translation>
    </message>
    <message numerus="yes">
        <source>Quarantined %n times, last %1, %2: %3.</source>
        <extracomment>%1 is a value, %2 says how long ago, %3 why it cannot be true</extracomment>
        <translation>
            <numerusform>隔离 %n 次，最近 %1，%2：%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
</context>
<context>
    <name>HostWords</name>
    <message>
        <source>machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>down</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>being set up</source>
        <translation>正在设置</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未见过</translation>
    </message>
    <message>
        <source>no limit</source>
        <extracomment>a share of the processor cannot be told, because no limit of cores is</extracomment>
        <translation>无限制</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
</context>
<context>
    <name>HostWorth</name>
    <message>
        <source>down</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>being set up</source>
        <translation>正在设置</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未见过</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新数据</translation>
    </message>
    <message>
        <source>its source does not answer</source>
        <translation>其数据源没有应答</translation>
    </message>
    <message>
        <source>%1 is quarantined</source>
        <translation>%1 已隔离</translation>
    </message>
    <message>
        <source>which machine it is has to be settled</source>
        <translation>需要判定它是哪台机器</translation>
    </message>
    <message>
        <source>another machine answers for it</source>
        <translation>另一台机器在代替它应答</translation>
    </message>
</context>
<context>
    <name>HostsState</name>
    <message>
        <source>It has not answered yet.</source>
        <translation>尚未应答。</translation>
    </message>
    <message>
        <source>Its last answer was %1 ago.</source>
        <translation>最后一次应答在 %1 前。</translation>
    </message>
    <message>
        <source>Copy an example</source>
        <translation>复制示例</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Go to Sources</source>
        <translation>前往数据源</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
    <message>
        <source>No source tells of hosts</source>
        <translation>没有数据源提供主机信息</translation>
    </message>
    <message>
        <source>The profile names no hub and no Prometheus. Add a source of kind &quot;beszel&quot; or &quot;prometheus&quot; under &quot;sources&quot; and start again.</source>
        <translation>配置中没有 Hub，也没有 Prometheus。请在“sources”下添加类型为“beszel”或“prometheus”的数据源，然后重新启动。</translation>
    </message>
    <message>
        <source>Reading the hosts</source>
        <translation>正在读取主机</translation>
    </message>
    <message>
        <source>Waiting for %1 for the first answer of %2.</source>
        <extracomment>%1 is a duration, %2 one or more names</extracomment>
        <translation>等待 %2 的首次应答已 %1。</translation>
    </message>
    <message>
        <source>No host can be shown: %1 failed</source>
        <translation>无法显示任何主机：%1 失败</translation>
    </message>
    <message>
        <source>No host is known</source>
        <translation>没有已知的主机</translation>
    </message>
    <message>
        <source>%1 answered, but lists no system. Add one there, or see what this account may look at.</source>
        <translation>%1 已应答，但没有列出任何系统。请在那里添加，或检查此账户可以查看的内容。</translation>
    </message>
    <message>
        <source>What you see is from before</source>
        <translation>所见内容是之前的数据</translation>
    </message>
    <message>
        <source>What you see is %1 old</source>
        <translation>所见内容为 %1 前的数据</translation>
    </message>
    <message>
        <source>%1 does not answer. %2</source>
        <translation>%1 没有应答。%2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>Hosts that only it knows are shown as they were. %1</source>
        <translation>只有它了解的主机按原样显示。%1</translation>
    </message>
</context>
<context>
    <name>HttpEngine</name>
    <message>
        <source>the request was called off</source>
        <translation>请求已取消</translation>
    </message>
    <message>
        <source>there is no such endpoint</source>
        <translation>没有此端点</translation>
    </message>
</context>
<context>
    <name>HubAlertWords</name>
    <message>
        <source>%1 is down</source>
        <translation>%1 已停机</translation>
    </message>
    <message>
        <source>CPU of %1 above %2</source>
        <translation>%1 的 CPU 高于 %2</translation>
    </message>
    <message>
        <source>Memory of %1 above %2</source>
        <translation>%1 的内存高于 %2</translation>
    </message>
    <message>
        <source>A disk of %1 is fuller than %2</source>
        <translation>%1 的某个磁盘使用率高于 %2</translation>
    </message>
    <message>
        <source>Temperature of %1 above %2</source>
        <translation>%1 的温度高于 %2</translation>
    </message>
    <message>
        <source>Network traffic of %1 above %2</source>
        <translation>%1 的网络流量高于 %2</translation>
    </message>
    <message>
        <source>GPU of %1 above %2</source>
        <translation>%1 的 GPU 高于 %2</translation>
    </message>
    <message>
        <source>Load of %1 above %2, mean of 1 min</source>
        <translation>%1 的负载高于 %2（1 分钟均值）</translation>
    </message>
    <message>
        <source>Load of %1 above %2, mean of 5 min</source>
        <translation>%1 的负载高于 %2（5 分钟均值）</translation>
    </message>
    <message>
        <source>Load of %1 above %2, mean of 15 min</source>
        <translation>%1 的负载高于 %2（15 分钟均值）</translation>
    </message>
    <message>
        <source>Battery of %1 below %2</source>
        <translation>%1 的电池电量低于 %2</translation>
    </message>
    <message>
        <source>%1 of %2 is at its limit of %3</source>
        <extracomment>an alert of a kind that this program does not know: %1 its name, %2 a system</extracomment>
        <translation>%2 的 %1 达到限值 %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <extracomment>%1 is a sentence like &quot;CPU of n1 above 80 %&quot;, %2 how long that has to last</extracomment>
        <translation>%1，持续 %2</translation>
    </message>
</context>
<context>
    <name>HubAnswer</name>
    <message>
        <source>Check that the hub is of a version that this program knows.</source>
        <translation>请确认 Hub 的版本是本程序所了解的。</translation>
    </message>
    <message>
        <source>Check user and password in the profile.</source>
        <translation>请检查配置中的用户和密码。</translation>
    </message>
    <message>
        <source>Use an account of the hub&apos;s users, not a superuser&apos;s, that may see the systems.</source>
        <translation>请使用 Hub 用户中可以查看这些系统的账户，而不是超级用户。</translation>
    </message>
    <message>
        <source>Check that the address in the profile is a Beszel hub&apos;s.</source>
        <translation>请确认配置中的地址属于 Beszel Hub。</translation>
    </message>
    <message>
        <source>Give this source a lower budget.</source>
        <translation>请给此数据源更低的预算。</translation>
    </message>
    <message>
        <source>Look into the hub&apos;s log.</source>
        <translation>请查看 Hub 的日志。</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <extracomment>%1 is a status of HTTP, %2 what the server says</extracomment>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>HTTP %1: %2</source>
        <translation>HTTP %1：%2</translation>
    </message>
    <message>
        <source>it answers with a web page where the hub&apos;s interface should be</source>
        <translation>本应是 Hub 接口的地方返回了网页</translation>
    </message>
    <message>
        <source>Check that the address in the profile is the hub&apos;s own, without a path.</source>
        <translation>请确认配置中的地址是 Hub 自身的地址，不带路径。</translation>
    </message>
</context>
<context>
    <name>HubHosts</name>
    <message>
        <source>the hub has lost its agent</source>
        <translation>Hub 已失去其代理</translation>
    </message>
    <message>
        <source>somebody has paused it at the hub</source>
        <translation>有人在 Hub 上将其暂停</translation>
    </message>
    <message>
        <source>its agent has not answered the hub yet</source>
        <translation>其代理尚未应答 Hub</translation>
    </message>
    <message>
        <source>the hub calls it &quot;%1&quot;</source>
        <extracomment>a status of a hub&apos;s system that this program does not know</extracomment>
        <translation>Hub 称其为“%1”</translation>
    </message>
</context>
<context>
    <name>HubPage</name>
    <message>
        <source>the hub&apos;s answer about %1 cannot be read</source>
        <translation>无法读取 Hub 关于 %1 的应答</translation>
    </message>
    <message>
        <source>Check that the address is a Beszel hub&apos;s, with nothing in between that changes answers.</source>
        <translation>请确认该地址属于 Beszel Hub，且中间没有改动应答的东西。</translation>
    </message>
</context>
<context>
    <name>HubQuiet</name>
    <message>
        <source>each day from %1 to %2 UTC</source>
        <extracomment>quiet hours of a monitoring hub; %1 and %2 are times of day</extracomment>
        <translation>每天 %1 至 %2 UTC</translation>
    </message>
</context>
<context>
    <name>HubToken</name>
    <message>
        <source>signing in gave no token</source>
        <translation>登录没有得到令牌</translation>
    </message>
    <message>
        <source>Check that the address in the profile is a Beszel hub&apos;s.</source>
        <translation>请确认配置中的地址属于 Beszel Hub。</translation>
    </message>
</context>
<context>
    <name>ImageAssembly</name>
    <message>
        <source>indexes stand in indexes, more than %1 deep</source>
        <translation>索引嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>config %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>Push the image anew with one index.</source>
        <translation>请用单层索引重新推送该镜像。</translation>
    </message>
</context>
<context>
    <name>IncidentFacts</name>
    <message>
        <source>%1, limit %2</source>
        <translation>%1，限值 %2</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1，%2 前</translation>
    </message>
    <message>
        <source>none that is known</source>
        <translation>没有已知对象</translation>
    </message>
    <message>
        <source>No alert is left in it.</source>
        <translation>其中已没有告警。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what an alert says, and what was measured</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%1 · and %n other kinds of alert</source>
        <translation>
            <numerusform>%1 · 以及另外 %n 种告警</numerusform>
        </translation>
    </message>
    <message>
        <source>State unknown: the sources that told of it do not answer. It may stand or be over; silence is not taken for an end.</source>
        <translation>状态未知：报告它的数据源没有应答。它可能仍在持续，也可能已经结束；没有应答不视为结束。</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开时间</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1，历时 %2</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>It was over and came again.</source>
        <translation>它曾经结束，又再次出现。</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Every firing of every alert, by everyone who told it.</source>
        <translation>每条告警的每次触发，包括每个报告者。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无人负责</translation>
    </message>
    <message>
        <source>nobody had it</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>by %1, %2 ago</source>
        <translation>由 %1，%2 前</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>until %1, %2 left, by %3</source>
        <translation>至 %1，剩余 %2，由 %3 设置</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln of its alerts nobody knows whether they stand: their sources are silent.</source>
        <translation>
            <numerusform>其中 %Ln 条告警是否仍在触发未知：其数据源没有应答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in one incident</source>
        <translation>
            <numerusform>%Ln 条消息合并为一个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>%1, %2; opened %3, %4 ago</source>
        <translation>%1，%2；打开于 %3，%4 前</translation>
    </message>
    <message>
        <source>resolved %1</source>
        <translation>恢复于 %1</translation>
    </message>
    <message numerus="yes">
        <source>reopened %n time(s)</source>
        <translation>
            <numerusform>重新打开 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody has taken it over</source>
        <translation>尚无人接手</translation>
    </message>
    <message>
        <source>taken over by %1</source>
        <translation>由 %1 接手</translation>
    </message>
    <message>
        <source>acknowledged by %1 at %2</source>
        <translation>由 %1 于 %2 确认</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>muted by %1 until %2</source>
        <translation>由 %1 静音至 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Why it belongs</source>
        <translation>归属原因</translation>
    </message>
    <message numerus="yes">
        <source>  and %n more alert(s)</source>
        <translation>
            <numerusform>  另有 %n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>an incident</extracomment>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>an incident, because its sources are silent
----------
of an incident: the sources that told of it are silent</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>resolved</source>
        <extracomment>an incident</extracomment>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>what happened, by whom</extracomment>
        <translation>%1，由 %2</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <extracomment>what happened, until when</extracomment>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the state and the title of an incident</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What happened, the newest first:</source>
        <translation>发生了什么，最新优先：</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n 条告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  and %n more incident(s)</source>
        <translation>
            <numerusform>  另有 %n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>was %1 when last seen</source>
        <extracomment>%1 is a severity</extracomment>
        <translation>上次看到时：%1</translation>
    </message>
    <message>
        <source>muted for %1</source>
        <translation>已静音，剩余 %1</translation>
    </message>
    <message>
        <source>seen by %1</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>storm</source>
        <extracomment>many alerts in a short time</extracomment>
        <translation>告警风暴</translation>
    </message>
    <message numerus="yes">
        <source>reopened %n times</source>
        <translation>
            <numerusform>重新打开 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>1 alert</source>
        <translation>1 条告警</translation>
    </message>
    <message>
        <source>ended %1, after %2</source>
        <translation>结束于 %1，历时 %2</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>已持续 %1</translation>
    </message>
    <message>
        <source>unowned</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>owned by %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>%Ln 个告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonDocument</name>
    <message>
        <source>the text contains a zero byte</source>
        <translation>文本含有零字节</translation>
    </message>
    <message>
        <source>Save it as UTF-8 text.</source>
        <translation>请将其保存为 UTF-8 文本。</translation>
    </message>
    <message>
        <source>this line is not UTF-8</source>
        <translation>此行不是 UTF-8</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation>请将文件保存为 UTF-8 文本。</translation>
    </message>
    <message>
        <source>the nesting is deeper than %1 levels</source>
        <translation>嵌套超过 %1 级</translation>
    </message>
    <message>
        <source>Is this a profile?</source>
        <translation>这是配置文件吗？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in the same object, first on line %2</source>
        <translation>“%1”在同一对象中出现两次，首次在第 %2 行</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请只保留其中一个。</translation>
    </message>
</context>
<context>
    <name>JsonFields</name>
    <message>
        <source>&quot;%1&quot; is taken: line %2</source>
        <translation>“%1”已被占用：第 %2 行</translation>
    </message>
</context>
<context>
    <name>JsonSyntax</name>
    <message>
        <source>the text ends too early</source>
        <translation>文本过早结束</translation>
    </message>
    <message>
        <source>Close every {, [ and &quot; that was opened.</source>
        <translation>请闭合每个已打开的 {、[ 和 &quot;。</translation>
    </message>
    <message>
        <source>a comment is never closed</source>
        <translation>有注释没有结束</translation>
    </message>
    <message>
        <source>End it with */.</source>
        <translation>请以 */ 结束。</translation>
    </message>
    <message>
        <source>a comment begins with // or /*</source>
        <translation>注释应以 // 或 /* 开头</translation>
    </message>
    <message>
        <source>this is neither a text, a number, true, false nor null</source>
        <translation>这既不是文本、数字，也不是 true、false 或 null</translation>
    </message>
    <message>
        <source>Texts and keys stand in double quotes.</source>
        <translation>文本和键须用双引号括起。</translation>
    </message>
    <message>
        <source>this is not a number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>a text is never closed</source>
        <translation>有文本没有闭合</translation>
    </message>
    <message>
        <source>End it with a double quote on the same line.</source>
        <translation>请在同一行以双引号结束。</translation>
    </message>
    <message>
        <source>a text runs over the end of its line or contains a control character</source>
        <translation>文本跨越了行尾，或含有控制字符</translation>
    </message>
    <message>
        <source>a backslash is followed by what it cannot escape</source>
        <translation>反斜杠后的字符不能转义</translation>
    </message>
    <message>
        <source>Write \\ for a backslash itself.</source>
        <translation>反斜杠本身请写作 \\。</translation>
    </message>
    <message>
        <source>a \u escape is not a character</source>
        <translation>\u 转义不是有效字符</translation>
    </message>
    <message>
        <source>a comma, a colon or a closing bracket is missing before this</source>
        <translation>此处之前缺少逗号、冒号或右括号</translation>
    </message>
    <message>
        <source>the profile is empty</source>
        <translation>配置文件为空</translation>
    </message>
    <message>
        <source>Begin with { &quot;schema&quot;: &quot;stowage/profile/1&quot;, … }.</source>
        <translation>请以 { &quot;schema&quot;: &quot;stowage/profile/1&quot;, … } 开始。</translation>
    </message>
    <message>
        <source>nothing follows the last comma</source>
        <translation>最后一个逗号之后没有内容</translation>
    </message>
    <message>
        <source>Remove the comma before the closing bracket.</source>
        <translation>请删除右括号前的逗号。</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>数字过大</translation>
    </message>
    <message>
        <source>something follows after the end of the profile</source>
        <translation>配置文件结束后还有内容</translation>
    </message>
    <message>
        <source>Remove it; one file holds one profile.</source>
        <translation>请将其删除；一个文件只能有一份配置。</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <extracomment>%1 is a word of the JSON parser, such as &quot;unexpected &apos;}&apos;&quot;</extracomment>
        <translation>这不是 JSON：%1</translation>
    </message>
    <message>
        <source>Look for a missing or superfluous comma or bracket before it.</source>
        <translation>请检查此前是否缺少或多出逗号或括号。</translation>
    </message>
</context>
<context>
    <name>LayerStanding</name>
    <message>
        <source>no copy</source>
        <translation>无副本</translation>
    </message>
    <message>
        <source>one copy</source>
        <translation>一份副本</translation>
    </message>
    <message>
        <source>several copies</source>
        <translation>多份副本</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无响应</translation>
    </message>
</context>
<context>
    <name>LinkHeader</name>
    <message>
        <source>Check how the registry is reached and what stands before it.</source>
        <translation>请检查访问 Registry 的路径，以及它前面有什么。</translation>
    </message>
    <message>
        <source>the link to the next page is not a URL: &quot;%1&quot;</source>
        <translation>下一页的链接不是 URL：“%1”</translation>
    </message>
    <message>
        <source>the link to the next page leads to another host: &quot;%1&quot;</source>
        <translation>下一页的链接指向另一台主机：“%1”</translation>
    </message>
    <message>
        <source>the link to the next page leaves the registry&apos;s API: &quot;%1&quot;</source>
        <translation>下一页的链接离开了 Registry 的 API：“%1”</translation>
    </message>
</context>
<context>
    <name>Listed</name>
    <message>
        <source>, </source>
        <extracomment>between the entries of a list, with its space where one is written</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Liveness</name>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Connecting</source>
        <extracomment>no source has answered since the start</extracomment>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <extracomment>%1 of %2 sources are live</extracomment>
        <translation>%2 个中 %1 个实时</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>What you see stands still.</source>
        <translation>当前画面静止不动。</translation>
    </message>
    <message>
        <source>No source has answered yet: what you see is what was last known.</source>
        <translation>尚无数据源应答：当前显示的是最近已知状态。</translation>
    </message>
    <message>
        <source>Every source answers in time.</source>
        <translation>所有数据源均按时应答。</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) do not answer in time: what is told by them is older.</source>
        <translation>
            <numerusform>%n 个数据源未按时应答：其信息较旧。</numerusform>
        </translation>
    </message>
    <message>
        <source>No source answers in time: what you see is older than promised.</source>
        <translation>没有数据源按时应答：当前显示的内容比承诺的更旧。</translation>
    </message>
    <message>
        <source>No source answers: what you see is what was last known.</source>
        <translation>没有数据源应答：当前显示的是最近已知状态。</translation>
    </message>
</context>
<context>
    <name>LoadLines</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2, usually %3</source>
        <extracomment>a metric, its value now, what it usually is</extracomment>
        <translation>%1 %2，平常 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a metric and its value now</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 its baseline %2, for %3</source>
        <extracomment>%1 is how many times as much (&quot;9.0×&quot;), %3 for how long</extracomment>
        <translation>为其基线 %2 的 %1，已持续 %3</translation>
    </message>
    <message>
        <source>its baseline is %1, for %2</source>
        <translation>其基线为 %1，偏离已持续 %2</translation>
    </message>
    <message>
        <source>too little was seen to tell what load it bears</source>
        <translation>数据太少，无法判断它可承受的负载</translation>
    </message>
    <message>
        <source>it was always under nearly the same load</source>
        <translation>它的负载一直几乎相同</translation>
    </message>
    <message>
        <source>latency does not grow with load, as far as was seen</source>
        <translation>就目前所见，延迟不随负载增长</translation>
    </message>
    <message>
        <source>latency grows evenly with load: no bend in sight</source>
        <translation>延迟随负载均匀增长：未见拐点</translation>
    </message>
    <message>
        <source>where latency begins to bend is uncertain</source>
        <translation>延迟从何处开始急剧上升尚不确定</translation>
    </message>
    <message>
        <source>knee at about %1 (%2 to %3)</source>
        <translation>拐点约为 %1（%2 至 %3）</translation>
    </message>
    <message>
        <source>beyond all that was seen: told ahead, not measured</source>
        <translation>超出以往所见：为推算值，并非实测</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>%1 % of the knee</source>
        <translation>拐点的 %1 %</translation>
    </message>
    <message>
        <source>its CPU is full at about %1</source>
        <translation>其 CPU 在约 %1 时占满</translation>
    </message>
</context>
<context>
    <name>LossSet</name>
    <message>
        <source>&quot;stowage nodes&quot; lists the nodes and their zones.</source>
        <translation>“stowage nodes”列出节点及其可用区。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
    <message>
        <source>no node stands in a zone &quot;%1&quot;</source>
        <translation>没有节点属于可用区“%1”</translation>
    </message>
    <message>
        <source>no node is called &quot;%1&quot;</source>
        <translation>没有名为“%1”的节点</translation>
    </message>
</context>
<context>
    <name>ManifestFiles</name>
    <message>
        <source>a manifest could not be kept</source>
        <translation>无法保存清单</translation>
    </message>
    <message>
        <source>Make room, or make the folder writable.</source>
        <translation>请清理空间，或使该目录可写。</translation>
    </message>
</context>
<context>
    <name>ManifestParser</name>
    <message>
        <source>Push the image anew, or look at who wrote this content.</source>
        <translation>请重新推送镜像，或查明此内容由谁写入。</translation>
    </message>
    <message>
        <source>a size is missing or not an integer below 2^63</source>
        <translation>缺少大小，或大小不是小于 2^63 的整数</translation>
    </message>
    <message>
        <source>a size is negative: %1</source>
        <translation>大小为负：%1</translation>
    </message>
    <message>
        <source>a size is beyond belief: %1 bytes</source>
        <translation>大小不可信：%1 字节</translation>
    </message>
    <message>
        <source>a digest is missing or not SHA-256: &quot;%1&quot;</source>
        <translation>缺少摘要，或摘要不是 SHA-256：“%1”</translation>
    </message>
    <message>
        <source>a media type is missing or malformed: &quot;%1&quot;</source>
        <translation>媒体类型缺失或格式错误：“%1”</translation>
    </message>
    <message>
        <source>a platform has characters that no platform has: &quot;%1/%2&quot;</source>
        <translation>平台含有非法字符：“%1/%2”</translation>
    </message>
    <message>
        <source>the index has no list of manifests</source>
        <translation>索引中没有清单列表</translation>
    </message>
    <message>
        <source>the manifest lacks its config or its list of layers</source>
        <translation>清单缺少配置或层列表</translation>
    </message>
    <message>
        <source>the sizes of the layers together are beyond belief</source>
        <translation>各层大小之和不可信</translation>
    </message>
    <message>
        <source>the manifest is of schema %1, which is retired</source>
        <translation>清单为 schema %1，该格式已弃用</translation>
    </message>
    <message>
        <source>Push the image anew with a current client.</source>
        <translation>请用新版客户端重新推送镜像。</translation>
    </message>
    <message>
        <source>the manifest claims to be an index and an image at once</source>
        <translation>清单同时声称是索引和镜像</translation>
    </message>
    <message>
        <source>the media type is none that images have: &quot;%1&quot;</source>
        <translation>媒体类型不属于镜像：“%1”</translation>
    </message>
    <message>
        <source>the config names no platform</source>
        <translation>配置未指明平台</translation>
    </message>
    <message>
        <source>the manifest is not an unambiguous JSON object: &quot;%1&quot;</source>
        <translation>清单不是无歧义的 JSON 对象：“%1”</translation>
    </message>
    <message>
        <source>the config is not an unambiguous JSON object</source>
        <translation>配置不是无歧义的 JSON 对象</translation>
    </message>
    <message>
        <source>It may be an artifact that is no image: leave it out of the profile.</source>
        <translation>它可能是非镜像制品：请将其从配置文件中去掉。</translation>
    </message>
</context>
<context>
    <name>MatrixHeads</name>
    <message>
        <source>no zone</source>
        <translation>无可用区</translation>
    </message>
</context>
<context>
    <name>MatrixLabels</name>
    <message>
        <source>1 node whole</source>
        <extracomment>At the right of an image&apos;s line: how many nodes hold all of it.</extracomment>
        <translation>1 个节点完整</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes whole</source>
        <translation>
            <numerusform>%n 个节点完整</numerusform>
        </translation>
    </message>
    <message>
        <source>platform not told</source>
        <translation>平台未知</translation>
    </message>
</context>
<context>
    <name>MemberWords</name>
    <message>
        <source>%1 (silent for %2)</source>
        <translation>%1（已 %2 没有应答）</translation>
    </message>
    <message>
        <source>told by %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>held back: %1</source>
        <extracomment>an alert that makes no noise, and why</extracomment>
        <translation>暂缓：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>how an alert stands and for how long: &quot;firing 11 min&quot;</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>flapping since %1</source>
        <translation>自 %1 起抖动</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>短暂</translation>
    </message>
    <message>
        <source>unknown whether they stand</source>
        <translation>是否仍在触发未知</translation>
    </message>
    <message>
        <source>all stand</source>
        <translation>全部仍在触发</translation>
    </message>
    <message>
        <source>all are over</source>
        <translation>全部已结束</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>latest %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fired %Ln times</source>
        <translation>
            <numerusform>触发 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 stand</source>
        <translation>%L2 条中 %L1 条仍在触发</translation>
    </message>
</context>
<context>
    <name>MetricFacts</name>
    <message>
        <source>Hits, 1 min</source>
        <translation>命中率，1 分钟</translation>
    </message>
    <message>
        <source>Hits, 5 min</source>
        <translation>命中率，5 分钟</translation>
    </message>
    <message>
        <source>Hits, 1 h</source>
        <translation>命中率，1 小时</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%3 内 %2 次中 %1 次</translation>
    </message>
    <message>
        <source>median and 95th percentile of %1 in 5 min</source>
        <translation>5 分钟内 %1 次的中位数与第 95 百分位</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Pulls that failed</source>
        <translation>失败的拉取</translation>
    </message>
    <message>
        <source>Last hit</source>
        <translation>最近命中</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>old, read %1 ago</source>
        <translation>较旧，读取于 %1 前</translation>
    </message>
    <message>
        <source>Beyond limits</source>
        <translation>超出限制</translation>
    </message>
    <message>
        <source>Finding a peer</source>
        <translation>查找对等节点</translation>
    </message>
    <message>
        <source>A pull takes</source>
        <translation>拉取耗时</translation>
    </message>
    <message>
        <source>Advertised</source>
        <translation>已通告</translation>
    </message>
</context>
<context>
    <name>MetricGroups</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Disk I/O</source>
        <extracomment>a chip: what is read from and written to disks</extracomment>
        <translation>磁盘 I/O</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>5xx</source>
        <extracomment>a chip: the share of requests that a server failed to answer, by the class of their HTTP codes</extracomment>
        <translation>5xx</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换空间</translation>
    </message>
    <message>
        <source>Inodes</source>
        <translation>inode</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU of limit</source>
        <translation>CPU 占上限</translation>
    </message>
</context>
<context>
    <name>MetricInfo</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU, user</source>
        <translation>CPU，用户态</translation>
    </message>
    <message>
        <source>CPU, system</source>
        <translation>CPU，内核态</translation>
    </message>
    <message>
        <source>CPU, waiting for I/O</source>
        <translation>CPU，等待 I/O</translation>
    </message>
    <message>
        <source>CPU, stolen</source>
        <translation>CPU，被抢占</translation>
    </message>
    <message>
        <source>Load, 1 min</source>
        <translation>负载，1 分钟</translation>
    </message>
    <message>
        <source>Load, 5 min</source>
        <translation>负载，5 分钟</translation>
    </message>
    <message>
        <source>Load, 15 min</source>
        <translation>负载，15 分钟</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory, used</source>
        <translation>内存，已用</translation>
    </message>
    <message>
        <source>Memory, in all</source>
        <translation>内存，总计</translation>
    </message>
    <message>
        <source>Swap, used</source>
        <translation>交换空间，已用</translation>
    </message>
    <message>
        <source>Swap, in all</source>
        <translation>交换空间，总计</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Disk, used</source>
        <translation>磁盘，已用</translation>
    </message>
    <message>
        <source>Disk, in all</source>
        <translation>磁盘，总计</translation>
    </message>
    <message>
        <source>Disk, read</source>
        <translation>磁盘，读取</translation>
    </message>
    <message>
        <source>Disk, written</source>
        <translation>磁盘，写入</translation>
    </message>
    <message>
        <source>Disk, busy</source>
        <translation>磁盘，繁忙</translation>
    </message>
    <message>
        <source>Inodes</source>
        <translation>inode</translation>
    </message>
    <message>
        <source>Network, received</source>
        <translation>网络，接收</translation>
    </message>
    <message>
        <source>Network, sent</source>
        <translation>网络，发送</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Errors (5xx)</source>
        <translation>错误（5xx）</translation>
    </message>
    <message>
        <source>Latency, p50</source>
        <translation>延迟，p50</translation>
    </message>
    <message>
        <source>Latency, p95</source>
        <translation>延迟，p95</translation>
    </message>
    <message>
        <source>Latency, p99</source>
        <translation>延迟，p99</translation>
    </message>
    <message>
        <source>Storage, p95</source>
        <translation>存储，p95</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>进行中的请求</translation>
    </message>
    <message>
        <source>CPU, process</source>
        <translation>CPU，进程</translation>
    </message>
    <message>
        <source>Memory, process</source>
        <translation>内存，进程</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开的文件</translation>
    </message>
    <message>
        <source>Open files, limit</source>
        <translation>打开的文件，上限</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Resolve, p95</source>
        <translation>解析，p95</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a metric and the device that it is of: &quot;Disk, written (/data)&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>an amount of bytes each second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <extracomment>processor cores</extracomment>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>Container, CPU</source>
        <translation>容器，CPU</translation>
    </message>
    <message>
        <source>Container, memory</source>
        <translation>容器，内存</translation>
    </message>
    <message>
        <source>Container, received</source>
        <translation>容器，接收</translation>
    </message>
    <message>
        <source>Container, sent</source>
        <translation>容器，发送</translation>
    </message>
</context>
<context>
    <name>MetricTable</name>
    <message>
        <source>the table of node-exporter&apos;s metrics is not in the program</source>
        <translation>程序中没有 node-exporter 的指标表</translation>
    </message>
    <message>
        <source>metric table</source>
        <translation>指标表</translation>
    </message>
    <message>
        <source>See resources/schemas/metric-table.json for its form.</source>
        <translation>其格式见 resources/schemas/metric-table.json。</translation>
    </message>
    <message>
        <source>an entry is no object</source>
        <translation>某个条目不是对象</translation>
    </message>
    <message>
        <source>the query of &quot;%1&quot; has no $host</source>
        <translation>“%1”的查询中没有 $host</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to give a fact that is not known</source>
        <translation>“%1”要给出一个未知的事实</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs &quot;label&quot; and &quot;metrics&quot; together</source>
        <translation>“%1”需要同时有“label”和“metrics”</translation>
    </message>
    <message>
        <source>the query of &quot;%1&quot; has no $pick for its label</source>
        <translation>“%1”的查询中没有用于其标签的 $pick</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gives nothing</source>
        <translation>“%1”什么也没有给出</translation>
    </message>
    <message>
        <source>the queries are no list</source>
        <translation>查询不是列表</translation>
    </message>
    <message>
        <source>it is not JSON, or no object</source>
        <translation>它不是 JSON，或不是对象</translation>
    </message>
    <message>
        <source>its query of the hosts has no $host</source>
        <translation>其主机查询中没有 $host</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>over %1</source>
        <extracomment>%1 is a time; the true one is longer</extracomment>
        <translation>超过 %1</translation>
    </message>
</context>
<context>
    <name>MicroServer</name>
    <message>
        <source>Cannot listen on port %1: %2</source>
        <translation>无法监听端口 %1：%2</translation>
    </message>
    <message>
        <source>Close other programs or raise the limit of open files (ulimit -n)</source>
        <translation>请关闭其他程序，或提高打开文件数上限（ulimit -n）</translation>
    </message>
</context>
<context>
    <name>MuteEnd</name>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>a mute needs an end</source>
        <translation>静音需要结束时间</translation>
    </message>
    <message>
        <source>that is no time to end at</source>
        <translation>这不是有效的结束时间</translation>
    </message>
    <message>
        <source>Type 45 min, 3 h, 08:00, or 2026-11-23 08:00, in UTC.</source>
        <translation>请输入 45 min、3 h、08:00 或 2026-11-23 08:00，以 UTC 计。</translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>unknown while it does not answer</source>
        <translation>无响应期间未知</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>not told by its sources</source>
        <translation>其数据源未提供</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>见于</translation>
    </message>
    <message>
        <source>Layers held</source>
        <translation>持有层数</translation>
    </message>
    <message>
        <source>Bytes held</source>
        <translation>持有字节</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近变化</translation>
    </message>
    <message>
        <source>Last evidence</source>
        <translation>最近证据</translation>
    </message>
    <message>
        <source>Evidence seen</source>
        <translation>证据时间</translation>
    </message>
    <message>
        <source>its content was never asked for</source>
        <translation>从未查询过其内容</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Last address</source>
        <translation>最近地址</translation>
    </message>
    <message>
        <source>Last identity</source>
        <translation>最近身份</translation>
    </message>
    <message>
        <source>Gone since</source>
        <translation>失联自</translation>
    </message>
    <message>
        <source>Advertised</source>
        <translation>已通告</translation>
    </message>
    <message>
        <source>for %1 more</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>Other peers may still be sent to it for content: its records outlive it.</source>
        <translation>其他对等节点仍可能被指向它获取内容：其记录比它存续更久。</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>已重启</translation>
    </message>
    <message numerus="yes">
        <source>%n times, last %1 ago</source>
        <translation>
            <numerusform>%n 次，最近在 %1 前</numerusform>
        </translation>
    </message>
    <message>
        <source>Another identity answered at the same address.</source>
        <translation>同一地址上应答的身份已改变。</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>最近查询</translation>
    </message>
</context>
<context>
    <name>NotificationJudge</name>
    <message>
        <source>again: %1</source>
        <extracomment>%1 is an incident&apos;s title</extracomment>
        <translation>再次发生：%1</translation>
    </message>
    <message>
        <source>now critical: %1</source>
        <translation>现为严重：%1</translation>
    </message>
    <message>
        <source>less severe now: %1</source>
        <translation>严重度已降低：%1</translation>
    </message>
    <message>
        <source>still nobody&apos;s: %1</source>
        <translation>仍无人负责：%1</translation>
    </message>
    <message>
        <source>over: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message>
        <source>more severe now: %1</source>
        <translation>严重度已升高：%1</translation>
    </message>
</context>
<context>
    <name>NotificationLimiter</name>
    <message numerus="yes">
        <source>%n more incident(s) need a look</source>
        <extracomment>in place of that many notices, which were too many for one minute</extracomment>
        <translation>
            <numerusform>另有 %n 个事件需要查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotifyRules</name>
    <message>
        <source>Give each a name of its own.</source>
        <translation>请为每个指定各自的名称。</translation>
    </message>
    <message>
        <source>it has two addresses: &quot;url&quot; and &quot;secretUrl&quot;</source>
        <translation>它有两个地址：“url”和“secretUrl”</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>它没有地址</translation>
    </message>
    <message>
        <source>Give it &quot;url&quot;, or &quot;secretUrl&quot; where whoever knows the address may use it.</source>
        <translation>请填写“url”；若知道地址即可使用，则填写“secretUrl”。</translation>
    </message>
    <message>
        <source>the program has to be told with its whole path</source>
        <translation>必须给出程序的完整路径</translation>
    </message>
    <message>
        <source>Write it as /usr/local/bin/page-me; no shell looks for it.</source>
        <translation>请写成 /usr/local/bin/page-me 的形式；不会有 shell 去查找它。</translation>
    </message>
</context>
<context>
    <name>NowState</name>
    <message>
        <source>It has not answered yet.</source>
        <translation>尚未应答。</translation>
    </message>
    <message>
        <source>Its last answer was %1 ago.</source>
        <translation>最后一次应答在 %1 前。</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Go to Sources</source>
        <translation>前往数据源</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n 个数据源</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Nothing is watched</source>
        <translation>没有任何监视对象</translation>
    </message>
    <message>
        <source>The profile names no source, so nothing can be found wrong.</source>
        <translation>配置中没有数据源，因此无法发现任何问题。</translation>
    </message>
    <message>
        <source>Watching %1 since %2.</source>
        <extracomment>%1 &quot;48 hosts and 6 sources&quot;, %2 a time</extracomment>
        <translation>自 %2 起监视 %1。</translation>
    </message>
    <message>
        <source>No source tells of alerts: only Stowage&apos;s own rules judge.</source>
        <translation>没有数据源提供告警：仅由 Stowage 自身的规则判断。</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Nobody can say what is wrong: no source answers</source>
        <translation>无从得知有何问题：没有数据源应答</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What you see is from before</source>
        <translation>所见内容是之前的数据</translation>
    </message>
    <message>
        <source>No source answers. %1: %2</source>
        <translation>没有数据源应答。%1：%2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>%1 do not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>What it told is unknown, not over; what it would tell is missing.</source>
        <translation>它此前报告的问题状态未知，并非已恢复；它本应报告的内容缺失。</translation>
    </message>
    <message>
        <source>What it would tell is missing.</source>
        <translation>它本应报告的内容缺失。</translation>
    </message>
    <message>
        <source>Asking what is wrong</source>
        <translation>正在查询有何问题</translation>
    </message>
    <message>
        <source>Waiting for %1 for the first answer of %2.</source>
        <extracomment>%1 is a duration, %2 one or more names</extracomment>
        <translation>等待 %2 的首次应答已 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hosts</source>
        <translation>
            <numerusform>%Ln 台主机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeerLiveness</name>
    <message>
        <source>not ready: it knows no other peer (routing table empty)</source>
        <translation>未就绪：它不知道任何其他对等节点（路由表为空）</translation>
    </message>
    <message>
        <source>a proxy before it answers HTTP %1</source>
        <translation>它前面的代理返回 HTTP %1</translation>
    </message>
    <message>
        <source>/readyz answers HTTP %1: is this a Spegel peer? Check its address in the profile.</source>
        <translation>/readyz 返回 HTTP %1：这是 Spegel 对等节点吗？请检查配置文件中的地址。</translation>
    </message>
    <message>
        <source>Look whether the peer behind it runs.</source>
        <translation>请检查其后的对等节点是否在运行。</translation>
    </message>
</context>
<context>
    <name>PeerMetricsPage</name>
    <message>
        <source>the metrics page has no series of Spegel</source>
        <translation>指标页面中没有 Spegel 的序列</translation>
    </message>
    <message>
        <source>Check that the metrics address is that of Spegel&apos;s own metrics port.</source>
        <translation>请确认指标地址是 Spegel 自己的指标端口。</translation>
    </message>
    <message>
        <source>%1 counts %2, which no counter can</source>
        <translation>%1 的计数为 %2，计数器不可能如此</translation>
    </message>
    <message>
        <source>It is left out. Look at what stands between here and the peer.</source>
        <translation>该值已被忽略。请检查此处与对等节点之间的环节。</translation>
    </message>
</context>
<context>
    <name>PeerMetricsWarnings</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>hit rate below %1 on %2</source>
        <translation>命中率低于 %1：%2</translation>
    </message>
    <message>
        <source>resolving takes longer than %1 (p95) on %2</source>
        <translation>解析耗时超过 %1（p95）：%2</translation>
    </message>
    <message>
        <source>pulls take longer than %1 (p95) on %2</source>
        <translation>拉取耗时超过 %1（p95）：%2</translation>
    </message>
    <message>
        <source>more than %1 of pulls end in server errors on %2</source>
        <translation>超过 %1 的拉取以服务器错误结束：%2</translation>
    </message>
    <message>
        <source>metrics cannot be read from %1 (%2)</source>
        <extracomment>%1 are names of nodes, %2 says what is wrong at the first and what to do</extracomment>
        <translation>无法读取 %1 的指标（%2）</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>TCP 4</source>
        <translation>TCP 4</translation>
    </message>
    <message>
        <source>TCP 6</source>
        <translation>TCP 6</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>First byte</source>
        <extracomment>waiting for the first byte of the answer</extracomment>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Body</source>
        <extracomment>reading the rest of the answer</extracomment>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>PlacementFilter</name>
    <message>
        <source>node and zone pick nodes, the rest picks layers: one term cannot do both</source>
        <translation>node 和 zone 选择节点，其余选择层：同一项不能兼顾两者</translation>
    </message>
    <message>
        <source>Write them side by side: (zone:a or zone:b) copies&lt;2.</source>
        <translation>请并列书写：(zone:a or zone:b) copies&lt;2。</translation>
    </message>
</context>
<context>
    <name>PlacementFinding</name>
    <message>
        <source>key image not whole</source>
        <translation>关键镜像不完整</translation>
    </message>
    <message>
        <source>no copy</source>
        <translation>无副本</translation>
    </message>
    <message>
        <source>manifest without layers</source>
        <translation>有清单而缺层</translation>
    </message>
    <message>
        <source>advertised, not served</source>
        <translation>已通告但无法提供</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>长度不符</translation>
    </message>
    <message>
        <source>below its goal</source>
        <translation>低于目标</translation>
    </message>
    <message>
        <source>one copy</source>
        <translation>单一副本</translation>
    </message>
</context>
<context>
    <name>PlacementFindings</name>
    <message>
        <source>%1 is not whole on %2, which must have it (&quot;%3&quot;)</source>
        <translation>%1 在必须拥有它的 %2 上不完整（“%3”）</translation>
    </message>
    <message>
        <source>whether %1 is whole on %2, which must have it (&quot;%3&quot;), is not known</source>
        <translation>%1 在必须拥有它的 %2 上是否完整尚不可知（“%3”）</translation>
    </message>
    <message>
        <source>%1 copies in %2 zones</source>
        <translation>%2 个可用区内 %1 份副本</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n 份副本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 layers have fewer than %4</source>
        <translation>%1：%3 个层中有 %2 个少于 %4</translation>
    </message>
    <message>
        <source>no node is meant by the rule &quot;%1&quot;</source>
        <translation>规则“%1”没有对应的节点</translation>
    </message>
    <message>
        <source>no image is called %1, as the rule &quot;%2&quot; asks</source>
        <translation>没有规则“%2”所要求的镜像 %1</translation>
    </message>
    <message>
        <source>%1 serves the manifest of %2 and lacks %3 of its %4 layers</source>
        <translation>%1 提供 %2 的清单，但缺少其 %4 个层中的 %3 个</translation>
    </message>
    <message numerus="yes">
        <source>%1 is ready and does not serve; other nodes still look there for %n layer(s)</source>
        <translation>
            <numerusform>%1 已就绪但无法提供内容；其他节点仍会向它查找 %n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is gone; for up to 19 min other nodes still look there for %n layer(s)</source>
        <translation>
            <numerusform>%1 已失联；最长 19 分钟内其他节点仍会向它查找 %n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) offer %1 in another length than the registry&apos;s %2</source>
        <translation>
            <numerusform>%n 个节点提供的 %1 长度与 Registry 的 %2 不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; of %n node(s) it is not known</source>
        <translation>
            <numerusform>%1；另有 %n 个节点情况未知</numerusform>
        </translation>
    </message>
    <message>
        <source>no node holds %1</source>
        <translation>没有节点持有 %1</translation>
    </message>
    <message>
        <source>only %1 holds %2</source>
        <translation>仅 %1 持有 %2</translation>
    </message>
</context>
<context>
    <name>PlacementState</name>
    <message>
        <source>It has not answered.</source>
        <translation>它尚未响应。</translation>
    </message>
    <message>
        <source>What was last known is shown, dimmed.</source>
        <translation>以下以暗色显示最近已知的状态。</translation>
    </message>
    <message>
        <source>Examine %1</source>
        <translation>诊断 %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>See the sources</source>
        <translation>查看数据源</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>What was last known is shown</source>
        <translation>显示的是最近已知的状态</translation>
    </message>
    <message>
        <source>%1 has not answered since the start</source>
        <translation>启动以来 %1 一直没有响应</translation>
    </message>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1 已有 %2 没有响应</translation>
    </message>
    <message>
        <source>Part of %1 was not seen</source>
        <translation>%1 有一部分未见到</translation>
    </message>
    <message>
        <source>No registry is configured</source>
        <translation>未配置 Registry</translation>
    </message>
    <message>
        <source>Images and their layers are read from registries: the profile names none.</source>
        <translation>镜像及其层从 Registry 读取：配置文件中没有 Registry。</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>还没有镜像</translation>
    </message>
    <message>
        <source>The registries answered and listed none.</source>
        <translation>Registry 已响应，但没有列出任何镜像。</translation>
    </message>
    <message>
        <source>No cache peers are configured</source>
        <translation>未配置对等缓存</translation>
    </message>
    <message>
        <source>Which node holds a layer is asked of peers: the profile names none.</source>
        <translation>层位于哪个节点需向对等节点查询：配置文件中没有对等节点。</translation>
    </message>
    <message>
        <source>No nodes yet</source>
        <translation>还没有节点</translation>
    </message>
    <message>
        <source>The peers&apos; source answered and named none.</source>
        <translation>对等缓存数据源已响应，但没有给出任何节点。</translation>
    </message>
    <message>
        <source>No layer matches</source>
        <translation>没有匹配的层</translation>
    </message>
    <message>
        <source>No node matches</source>
        <translation>没有匹配的节点</translation>
    </message>
    <message>
        <source>The filter is: %1</source>
        <translation>当前过滤器：%1</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤器</translation>
    </message>
    <message>
        <source>It was asked %1 ago and has not answered yet.</source>
        <translation>%1 前已查询，尚未应答。</translation>
    </message>
    <message>
        <source>%1 Waiting for %2.</source>
        <extracomment>what a source does now; how long that has been waited for</extracomment>
        <translation>%1 已等待 %2。</translation>
    </message>
    <message>
        <source>%1 was asked %2 ago and has not answered yet.</source>
        <translation>%2 前已查询 %1，尚未应答。</translation>
    </message>
</context>
<context>
    <name>PlacementWords</name>
    <message>
        <source>held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>node is gone</source>
        <translation>节点失联</translation>
    </message>
    <message>
        <source>node is ready but its content does not answer</source>
        <translation>节点已就绪，但其内容无响应</translation>
    </message>
    <message>
        <source>node never answered</source>
        <translation>节点从未响应</translation>
    </message>
    <message>
        <source>node not heard of lately</source>
        <translation>节点近期没有消息</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1 when last seen</source>
        <translation>最近一次见到时%1</translation>
    </message>
    <message>
        <source>only copy</source>
        <translation>唯一副本</translation>
    </message>
    <message>
        <source>may have changed since</source>
        <translation>此后可能已变化</translation>
    </message>
    <message>
        <source>layer %1 on %2: %3</source>
        <translation>层 %1 于 %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>After a list of names that was cut: &quot;a, b and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 (%n node(s)):</source>
        <translation>
            <numerusform>失去 %1（%n 个节点）时：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) lost, %1</source>
        <translation>
            <numerusform>丢失 %n 个层，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that the other nodes cannot serve any more</source>
        <translation>
            <numerusform>%n 个镜像无法再由其余节点提供</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) may be lost, %1: of their only other copies nothing is known</source>
        <translation>
            <numerusform>%n 个层可能丢失，%1：其仅有的其他副本情况未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) serve manifests of these images and could complete them from upstream only, %1</source>
        <translation>
            <numerusform>%n 个节点提供这些镜像的清单，却只能从上游补齐，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) keep one copy</source>
        <translation>
            <numerusform>%n 个层只剩一份副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) keep a known copy, %1</source>
        <translation>
            <numerusform>%n 个层仍有已知副本，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>仅存于</translation>
    </message>
    <message>
        <source>Unknown on</source>
        <translation>未知于</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>no node</source>
        <translation>无节点</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>may be lost</source>
        <translation>可能丢失</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>From upstream</source>
        <translation>需从上游获取</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>may break</source>
        <translation>可能损坏</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) with one known holder, %1</source>
        <translation>
            <numerusform>%n 个层只有一个已知持有者，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without, %1</source>
        <translation>
            <numerusform>%n 个没有持有者，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>would be lost</source>
        <translation>将会丢失</translation>
    </message>
    <message>
        <source>node imagined lost</source>
        <translation>假设失去的节点</translation>
    </message>
    <message>
        <source>gained since then</source>
        <translation>此后新增</translation>
    </message>
    <message>
        <source>dropped since then</source>
        <translation>此后消失</translation>
    </message>
</context>
<context>
    <name>PollOutcome</name>
    <message>
        <source>its clock is ahead of this machine&apos;s by %1</source>
        <translation>其时钟比本机快 %1</translation>
    </message>
    <message>
        <source>its clock is behind this machine&apos;s by %1</source>
        <translation>其时钟比本机慢 %1</translation>
    </message>
</context>
<context>
    <name>Prewarm</name>
    <message>
        <source>%1 of %2 parts have their copies and zones after it, %3 now</source>
        <extracomment>part: a layer, config or manifest of an image</extracomment>
        <translation>完成后 %2 个部件中有 %1 个满足副本与可用区要求，目前为 %3 个</translation>
    </message>
    <message numerus="yes">
        <source>%1 is read for %2, by at most %n node(s) at once</source>
        <extracomment>%1 is a registry, %2 a size</extracomment>
        <translation>
            <numerusform>从 %1 读取 %2，同时最多 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 serves %2 of which some lies there alone, to at most %n node(s) at once</source>
        <extracomment>%1 is a node, %2 a size</extracomment>
        <translation>
            <numerusform>%1 提供 %2（其中部分仅存于该处），同时最多供 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) take(s) in %1, most of all %2: %3, and again about twice that unpacked</source>
        <extracomment>%1 and %3 are sizes, %2 is a node</extracomment>
        <translation>
            <numerusform>%n 个节点共接收 %1，其中 %2 最多：%3，解包后约再占两倍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s) is left out, since no node pulls it</source>
        <translation>
            <numerusform>%n 个镜像的 %1 被略去，因为没有节点拉取它</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are taken for %2: nothing on it/them tells, and no node is known to pull anything else</source>
        <extracomment>%1 are nodes, %2 is a platform such as linux/arm64</extracomment>
        <translation>
            <numerusform>%1 按 %2 对待：其上没有任何信息表明平台，也未知有节点拉取其他平台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>which platform %1 pull(s) is not known (--platform names it)</source>
        <translation>
            <numerusform>不知道 %1 拉取哪个平台（可用 --platform 指定）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what lies on %1 is not known</source>
        <translation>
            <numerusform>不知道 %1 上有什么</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has/have no room on disk</source>
        <translation>
            <numerusform>%1 磁盘空间不足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are cordoned</source>
        <translation>
            <numerusform>%1 已被隔离（cordon）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nobody has told of %1 for too long</source>
        <translation>
            <numerusform>太久没有 %1 的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cannot serve</source>
        <translation>
            <numerusform>%1 无法提供内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are gone</source>
        <translation>
            <numerusform>%1 已失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was/were never seen</source>
        <translation>
            <numerusform>从未见到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 pull(s) another platform than %2</source>
        <extracomment>%1 are nodes, %2 is a platform such as linux/arm64</extracomment>
        <translation>
            <numerusform>%1 拉取的平台不是 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>no other node is there</source>
        <translation>没有其他节点</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) reach(es) only %1 of %2 copies</source>
        <translation>
            <numerusform>%n 个部件只能达到 %2 份副本中的 %1 份</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 of %2 zones</source>
        <translation>仅在 %2 个可用区中的 %1 个</translation>
    </message>
    <message>
        <source>there is no image %1</source>
        <translation>没有镜像 %1</translation>
    </message>
    <message>
        <source>stowage images lists what there is.</source>
        <translation>stowage images 列出现有镜像。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是否想用 %1？</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a size, as in 50 MiB/s</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 (measured)</source>
        <translation>%1（实测）</translation>
    </message>
    <message>
        <source>%1 (assumed)</source>
        <translation>%1（假定）</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>不到一秒</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>nothing can be warmed</source>
        <translation>没有可以预热的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in %1</source>
        <extracomment>&quot;12 steps in 3 waves&quot;; %1 is the next text, &quot;3 waves&quot;</extracomment>
        <translation>
            <numerusform>%1共 %n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wave(s)</source>
        <translation>
            <numerusform>%n 个波次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>wave %1: %n step(s), %2, %3</source>
        <extracomment>%1 is a number, %2 a size, %3 a time such as &quot;about 4 min&quot;</extracomment>
        <translation>
            <numerusform>第 %1 波：%n 步，%2，%3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, at %2 a peer and %3 a registry</source>
        <extracomment>%1 is a time such as &quot;about 4 min&quot;, %2 and %3 are speeds</extracomment>
        <translation>%1，按每个对等节点 %2、每个 Registry %3 计</translation>
    </message>
    <message>
        <source> (goal: %1 copies in %2 zones)</source>
        <translation>（目标：%2 个可用区内 %1 份副本）</translation>
    </message>
    <message>
        <source>%1 to fetch: %2 from peers, %3 from upstream</source>
        <translation>需获取 %1：%2 来自对等节点，%3 来自上游</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) in fewer than %1 zones</source>
        <translation>
            <numerusform>%n 个部件所在可用区少于 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) below %1 copies, the scarcest on no node</source>
        <extracomment>part: a layer, config or manifest of an image</extracomment>
        <translation>
            <numerusform>%n 个部件少于 %1 份副本，最稀缺者不在任何节点上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) below %1 copies, the scarcest with %2</source>
        <translation>
            <numerusform>%n 个部件少于 %1 份副本，最稀缺者有 %2 份</numerusform>
        </translation>
    </message>
    <message>
        <source>up for more than a day</source>
        <translation>已运行超过一天</translation>
    </message>
    <message>
        <source>up for more than an hour</source>
        <translation>已运行超过一小时</translation>
    </message>
    <message>
        <source>up for less than an hour</source>
        <translation>已运行不到一小时</translation>
    </message>
    <message>
        <source>not steady, but the steady nodes do not suffice</source>
        <translation>不够稳定，但稳定的节点不够用</translation>
    </message>
    <message>
        <source>never seen to vanish</source>
        <translation>从未失联</translation>
    </message>
    <message numerus="yes">
        <source>vanished %n time(s)</source>
        <translation>
            <numerusform>失联 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>重启 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 has nothing of it yet</source>
        <translation>%1 尚无其任何内容</translation>
    </message>
    <message>
        <source>%3 has %1 of its %2 parts</source>
        <extracomment>%1 of %2 parts of an image lie on the node</extracomment>
        <translation>%3 已有其 %2 个部件中的 %1 个</translation>
    </message>
    <message>
        <source>from %1, since no live node holds it</source>
        <translation>从 %1 获取，因为没有存活节点持有它</translation>
    </message>
    <message>
        <source>from %1, and from %2 what no live node holds</source>
        <translation>从 %1 获取，没有存活节点持有的部分从 %2 获取</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1 获取</translation>
    </message>
    <message>
        <source>seed of %1, %2</source>
        <extracomment>a seed is the first node of a zone to have something; the others of the zone fetch it from there</extracomment>
        <translation>%1的种子，%2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1、%2 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>the nodes without a zone</source>
        <translation>无可用区的节点</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>可用区 %1 </translation>
    </message>
    <message>
        <source>every layer that some node pulls meets the goal</source>
        <translation>节点所拉取的每个层都已达到目标</translation>
    </message>
    <message>
        <source>every layer meets the goal</source>
        <translation>每个层都已达到目标</translation>
    </message>
    <message>
        <source>nothing to warm: %1</source>
        <translation>无需预热：%1</translation>
    </message>
</context>
<context>
    <name>PrewarmPrinter</name>
    <message>
        <source>What it would do:</source>
        <translation>将会发生：</translation>
    </message>
    <message>
        <source>What cannot be met:</source>
        <translation>无法满足：</translation>
    </message>
    <message>
        <source>Plan %1, good until %2. Only a plan: nothing was done.</source>
        <translation>计划 %1，有效至 %2。仅为计划：未执行任何操作。</translation>
    </message>
</context>
<context>
    <name>ProfileCheck</name>
    <message numerus="yes">
        <source>%1 is right: %2, %n source(s)</source>
        <translation>
            <numerusform>%1 正确：%2，%n 个数据源</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileReader</name>
    <message>
        <source>the profile is written for a newer Stowage</source>
        <translation>配置文件是为更新版本的 Stowage 编写的</translation>
    </message>
    <message>
        <source>Update Stowage, or write the profile as stowage/profile/1.</source>
        <translation>请升级 Stowage，或按 stowage/profile/1 编写配置文件。</translation>
    </message>
    <message>
        <source>the file is larger than %1</source>
        <translation>文件大于 %1</translation>
    </message>
    <message>
        <source>A profile is written by hand; is this one?</source>
        <translation>配置文件由人手写；这是配置文件吗？</translation>
    </message>
    <message>
        <source>this program was built without the profile&apos;s schema</source>
        <translation>此程序构建时未包含配置文件的 schema</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>Name the profile with --profile, or write one.</source>
        <translation>请用 --profile 指定配置文件，或编写一份。</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>Name the profile itself.</source>
        <translation>请指定配置文件本身。</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
</context>
<context>
    <name>ProfileRules</name>
    <message>
        <source>Give each source an id of its own.</source>
        <translation>请为每个数据源指定各自的 id。</translation>
    </message>
    <message>
        <source>Each peer is one node; name it once.</source>
        <translation>每个对等节点就是一个节点；只需列出一次。</translation>
    </message>
    <message>
        <source>Two nodes cannot answer at the same address.</source>
        <translation>两个节点不能使用同一地址。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in zone &quot;%2&quot; here, but in &quot;%3&quot; on line %4</source>
        <translation>“%1”在此处属于可用区“%2”，但在第 %4 行属于“%3”</translation>
    </message>
    <message>
        <source>Tell the zone once, or the same in both places.</source>
        <translation>可用区只写一次，或两处保持一致。</translation>
    </message>
    <message>
        <source>Each name and alias belongs to one node.</source>
        <translation>每个名称和别名只能属于一个节点。</translation>
    </message>
    <message>
        <source>more zones than copies cannot be reached</source>
        <translation>可用区数不可能多于副本数</translation>
    </message>
    <message>
        <source>Ask for at least as many copies as zones.</source>
        <translation>请使副本数不少于可用区数。</translation>
    </message>
    <message>
        <source>none of the peers has &quot;metrics&quot; to be held against them</source>
        <translation>没有对等节点配置“metrics”可供比较</translation>
    </message>
    <message>
        <source>Give the peers their &quot;metrics&quot; addresses, or leave the thresholds out.</source>
        <translation>请为对等节点填写“metrics”地址，或去掉阈值。</translation>
    </message>
    <message>
        <source>Only the first rule that matches counts.</source>
        <translation>只有第一条匹配的规则生效。</translation>
    </message>
    <message>
        <source>Give each rule a name of its own.</source>
        <translation>请为每条规则取不同的名称。</translation>
    </message>
    <message>
        <source>the rule says not on which nodes</source>
        <translation>规则没有说明针对哪些节点</translation>
    </message>
    <message>
        <source>Name some by &quot;nodes&quot;, &quot;zones&quot; or &quot;labels&quot;.</source>
        <translation>请用“nodes”“zones”或“labels”指明。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nowhere else in the profile</source>
        <translation>“%1”在配置文件的其他位置不存在</translation>
    </message>
    <message>
        <source>Name what &quot;sources&quot; or &quot;nodes&quot; know.</source>
        <translation>请使用“sources”或“nodes”中已有的名称。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
    <message>
        <source>Give one query a metric.</source>
        <translation>请给一个查询指定指标。</translation>
    </message>
    <message>
        <source>See &quot;hostMetrics&quot; in resources/schemas/profile.json.</source>
        <translation>见 resources/schemas/profile.json 中的“hostMetrics”。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>there is no display for the window</source>
        <translation>没有可用于窗口的显示器</translation>
    </message>
    <message>
        <source>Without one: stowage snapshot, stowage placement.</source>
        <translation>没有显示器时可用：stowage snapshot、stowage placement。</translation>
    </message>
    <message>
        <source>carrying out a plan is not offered by this version</source>
        <translation>本版本不提供执行计划</translation>
    </message>
    <message>
        <source>With --dry-run, and without --confirm, the plan is printed.</source>
        <translation>使用 --dry-run 且不使用 --confirm 时，会打印计划。</translation>
    </message>
</context>
<context>
    <name>PrometheusAnswer</name>
    <message>
        <source>the answer cannot be read</source>
        <translation>无法读取应答</translation>
    </message>
    <message>
        <source>Check that the address is a Prometheus server&apos;s.</source>
        <translation>请确认该地址属于 Prometheus 服务器。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a rule&apos;s name, and what its server says is wrong</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the list of targets cannot be read</source>
        <translation>无法读取目标列表</translation>
    </message>
    <message numerus="yes">
        <source>the answer has more than %n point(s)</source>
        <translation>
            <numerusform>应答超过 %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a shorter time or for fewer hosts.</source>
        <translation>请缩短时间范围或减少主机。</translation>
    </message>
    <message>
        <source>the answer has no result</source>
        <translation>应答中没有结果</translation>
    </message>
    <message>
        <source>the query gives a %1 where a %2 belongs</source>
        <extracomment>%1 and %2 are words of the protocol, such as &quot;scalar&quot; and &quot;vector&quot;</extracomment>
        <translation>查询给出了 %1，而此处应为 %2</translation>
    </message>
    <message>
        <source>Look at the query in the metric table.</source>
        <translation>请检查指标表中的查询。</translation>
    </message>
    <message>
        <source>Check the credentials in the profile.</source>
        <translation>请检查配置中的凭据。</translation>
    </message>
    <message>
        <source>Ask for the right to query it.</source>
        <translation>请申请查询它的权限。</translation>
    </message>
    <message>
        <source>Check the address in the profile, with the prefix that the API may have.</source>
        <translation>请检查配置中的地址，包括 API 可能带有的前缀。</translation>
    </message>
    <message>
        <source>Give it a lower budget.</source>
        <translation>请给它更低的预算。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log.</source>
        <translation>请查看服务器日志。</translation>
    </message>
    <message>
        <source>the answer is not JSON</source>
        <translation>应答不是 JSON</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>the rule cannot be evaluated</source>
        <translation>无法评估该规则</translation>
    </message>
    <message>
        <source>Look at the rule&apos;s expression, and at the server&apos;s log.</source>
        <translation>请检查规则的表达式以及服务器的日志。</translation>
    </message>
</context>
<context>
    <name>RedirectPolicy</name>
    <message>
        <source>the server redirects to something that is not an http or https address</source>
        <translation>服务器重定向到了非 http 或 https 的地址</translation>
    </message>
    <message>
        <source>Check the server&apos;s or its proxy&apos;s redirect rules.</source>
        <translation>请检查服务器或其代理的重定向规则。</translation>
    </message>
    <message>
        <source>the server redirects from https to unprotected http at %1</source>
        <translation>服务器从 https 重定向到 %1 处无保护的 http</translation>
    </message>
    <message>
        <source>Make the server redirect to https; Stowage does not leave it.</source>
        <translation>请让服务器重定向到 https；Stowage 不会离开 https。</translation>
    </message>
    <message>
        <source>the server redirects in a circle</source>
        <translation>服务器循环重定向</translation>
    </message>
    <message>
        <source>Check the base URL and the server&apos;s or its proxy&apos;s redirect rules.</source>
        <translation>请检查基础 URL，以及服务器或其代理的重定向规则。</translation>
    </message>
    <message>
        <source>the server redirects more than %1 times</source>
        <translation>服务器重定向超过 %1 次</translation>
    </message>
</context>
<context>
    <name>RegistryErrors</name>
    <message>
        <source>Check the credentials in the profile.</source>
        <translation>请检查配置文件中的凭据。</translation>
    </message>
    <message>
        <source>Ask for the right to read it, or leave it out of the profile.</source>
        <translation>请申请读取权限，或将其从配置文件中去掉。</translation>
    </message>
    <message>
        <source>Give it a lower budget, or credentials with a higher limit.</source>
        <translation>请降低其请求预算，或使用限额更高的凭据。</translation>
    </message>
    <message>
        <source>Look into the registry&apos;s log.</source>
        <translation>请查看 Registry 的日志。</translation>
    </message>
    <message>
        <source>Check that the address is a registry&apos;s.</source>
        <translation>请确认该地址是 Registry 的地址。</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Look whether it was deleted, and whether the address in the profile is right.</source>
        <translation>请检查它是否已被删除，以及配置文件中的地址是否正确。</translation>
    </message>
    <message>
        <source>This server does not offer it; look at its settings.</source>
        <translation>该服务器不提供此功能；请检查其设置。</translation>
    </message>
    <message>
        <source>redirected to %1: %2</source>
        <translation>被重定向到 %1：%2</translation>
    </message>
</context>
<context>
    <name>RegistryMetricsPage</name>
    <message>
        <source>what answers there is not a registry&apos;s</source>
        <translation>那里应答的不是 Registry</translation>
    </message>
    <message>
        <source>Check the address of the metrics in the profile.</source>
        <translation>请检查配置中的指标地址。</translation>
    </message>
    <message>
        <source>%1 counts %2, which no counter can</source>
        <translation>%1 的计数为 %2，计数器不可能如此</translation>
    </message>
    <message>
        <source>It is left out. Look at what stands between here and the registry.</source>
        <translation>已将其略去。请检查此处与 Registry 之间有什么。</translation>
    </message>
</context>
<context>
    <name>RegistryPages</name>
    <message>
        <source>Check that the address is a registry&apos;s and not a web page&apos;s.</source>
        <translation>请确认该地址是 Registry 的地址，而不是网页。</translation>
    </message>
    <message>
        <source>the answer has no list named &quot;%1&quot;</source>
        <translation>响应中没有名为“%1”的列表</translation>
    </message>
    <message>
        <source>a name in the list is not a string</source>
        <translation>列表中有名称不是字符串</translation>
    </message>
    <message>
        <source>the list is not unambiguous JSON: &quot;%1&quot;</source>
        <translation>列表不是无歧义的 JSON：“%1”</translation>
    </message>
</context>
<context>
    <name>RegistryVersion</name>
    <message>
        <source>On S3, 3.0.0 to 3.1.1 leave team/app out of the catalog where team/app-extra stands beside it (distribution#4903). Name such repositories in the profile.</source>
        <translation>在 S3 上，若 team/app 旁有 team/app-extra，3.0.0 至 3.1.1 会在目录中漏掉 team/app（distribution#4903）。请在配置文件中列出这类仓库。</translation>
    </message>
    <message>
        <source>On S3, 3.1 leaves tag 0.1.20 out of the list where 0.1.2 stands beside it (distribution#4891). Tags that were known are asked for again before they are given up.</source>
        <translation>在 S3 上，若标签 0.1.20 旁有 0.1.2，3.1 会在列表中漏掉 0.1.20（distribution#4891）。已知的标签在放弃之前会再次查询。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>never seen</source>
        <translation>从未见到</translation>
    </message>
    <message>
        <source>nodes %1/%2 live</source>
        <translation>节点 %1/%2 在线</translation>
    </message>
    <message>
        <source>images %1</source>
        <translation>镜像 %1</translation>
    </message>
    <message>
        <source>layers %1 (%2)</source>
        <translation>层 %1（%2）</translation>
    </message>
    <message>
        <source>one copy %1</source>
        <translation>一份副本 %1</translation>
    </message>
    <message>
        <source>no copy %1</source>
        <translation>无副本 %1</translation>
    </message>
    <message>
        <source>unknown cells %1</source>
        <translation>未知单元格 %1</translation>
    </message>
    <message>
        <source>sources %1/%2 live</source>
        <translation>数据源 %1/%2 在线</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>node %1 is %2</source>
        <translation>节点 %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>  and %n more node(s) that are not live</source>
        <translation>
            <numerusform>  另有 %n 个节点不在线</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers at risk, by size and by how many images need them:</source>
        <translation>有风险的层，按大小及需要它的镜像数排序：</translation>
    </message>
    <message>
        <source>only on %1</source>
        <translation>仅在 %1</translation>
    </message>
    <message>
        <source>on no node</source>
        <translation>不在任何节点</translation>
    </message>
    <message>
        <source>, unknown on %1</source>
        <translation>，%1 个节点未知</translation>
    </message>
    <message numerus="yes">
        <source>  and %n more layer(s)</source>
        <translation>
            <numerusform>  另有 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>hosts %1</source>
        <translation>主机 %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>停机 %1</translation>
    </message>
    <message>
        <source>with figures in quarantine %1</source>
        <translation>有隔离数据 %1</translation>
    </message>
</context>
<context>
    <name>RuleEngine</name>
    <message>
        <source>nothing is known of it now</source>
        <translation>目前对其一无所知</translation>
    </message>
    <message>
        <source>what is known of it is old</source>
        <translation>对其已知的信息较旧</translation>
    </message>
    <message>
        <source>a fact of it is not known now</source>
        <translation>目前缺少其某项事实</translation>
    </message>
</context>
<context>
    <name>RuleReader</name>
    <message>
        <source>the rule does not say what it is about</source>
        <translation>规则未说明其对象</translation>
    </message>
    <message>
        <source>Add &quot;about&quot;, for example &quot;host&quot;.</source>
        <translation>请添加“about”，例如“host”。</translation>
    </message>
    <message>
        <source>the rule has no &quot;%1&quot;</source>
        <translation>规则没有“%1”</translation>
    </message>
    <message>
        <source>Say what is wrong in a few words: &quot;{subject} is busy&quot;.</source>
        <translation>请用几个词说明有何问题：“{subject} 繁忙”。</translation>
    </message>
    <message>
        <source>the rule does not say when</source>
        <translation>规则未说明触发条件</translation>
    </message>
    <message>
        <source>Add &quot;when&quot;, for example [{&quot;fact&quot;: &quot;cpu.percent&quot;, &quot;above&quot;: 95}].</source>
        <translation>请添加“when”，例如 [{&quot;fact&quot;: &quot;cpu.percent&quot;, &quot;above&quot;: 95}]。</translation>
    </message>
    <message>
        <source>a condition needs one of &quot;above&quot;, &quot;below&quot;, &quot;is&quot; and &quot;isNot&quot;</source>
        <translation>条件需要“above”“below”“is”“isNot”中的一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a word, and not a number</source>
        <translation>“%1”是文字，而不是数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number, and not a word</source>
        <translation>“%1”是数字，而不是文字</translation>
    </message>
    <message>
        <source>Ask by &quot;is&quot; or &quot;isNot&quot;.</source>
        <translation>请用“is”或“isNot”比较。</translation>
    </message>
    <message>
        <source>Ask by &quot;above&quot; or &quot;below&quot;.</source>
        <translation>请用“above”或“below”比较。</translation>
    </message>
    <message>
        <source>it would end before it begins: &quot;clear&quot; is above</source>
        <translation>它会在开始之前就结束：“clear”高于阈值</translation>
    </message>
    <message>
        <source>With &quot;above&quot;, &quot;clear&quot; is at most as much.</source>
        <translation>使用“above”时，“clear”不得大于它。</translation>
    </message>
    <message>
        <source>it would end before it begins: &quot;clear&quot; is below</source>
        <translation>它会在开始之前就结束：“clear”低于阈值</translation>
    </message>
    <message>
        <source>With &quot;below&quot;, &quot;clear&quot; is at least as much.</source>
        <translation>使用“below”时，“clear”不得小于它。</translation>
    </message>
    <message>
        <source>there is no fact &quot;%1&quot; of &quot;%2&quot;</source>
        <translation>“%2”没有事实“%1”</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
    <message>
        <source>a value is a number</source>
        <translation>值必须是数字</translation>
    </message>
    <message>
        <source>&quot;since&quot; needs a fact that is a moment</source>
        <translation>“since”需要一个时刻类型的事实</translation>
    </message>
    <message>
        <source>there are two rules &quot;%1&quot;</source>
        <translation>有两条规则“%1”</translation>
    </message>
    <message>
        <source>Give one of them another id.</source>
        <translation>请为其中之一指定另一个 id。</translation>
    </message>
    <message>
        <source>the file is larger than %1</source>
        <translation>文件大于 %1</translation>
    </message>
    <message>
        <source>this program was built without the schema of rules</source>
        <translation>此程序构建时未包含规则的 schema</translation>
    </message>
    <message>
        <source>resources/schemas/alert-rules.json says how rules are written.</source>
        <translation>规则的写法见 resources/schemas/alert-rules.json。</translation>
    </message>
    <message>
        <source>this program was built without it</source>
        <translation>此程序构建时未包含它</translation>
    </message>
</context>
<context>
    <name>RuleTemplate</name>
    <message>
        <source>&quot;%1&quot; stands alone; written twice it stands for itself</source>
        <translation>“%1”单独出现；连写两次才表示其本身</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>方括号未闭合</translation>
    </message>
    <message>
        <source>a brace is not closed</source>
        <translation>花括号未闭合</translation>
    </message>
    <message>
        <source>there is no fact &quot;%1&quot; of &quot;%2&quot;</source>
        <translation>“%2”没有事实“%1”</translation>
    </message>
    <message>
        <source>there is no fact &quot;%1&quot; of &quot;%2&quot;; &quot;%3&quot;?</source>
        <translation>“%2”没有事实“%1”；是否为“%3”？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs two forms, of a number: {layers|one layer|# layers}</source>
        <translation>“%1”需要针对数字的两种形式：{layers|one layer|# layers}</translation>
    </message>
</context>
<context>
    <name>SampleReason</name>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>小于零</translation>
    </message>
    <message>
        <source>more than the whole</source>
        <translation>超过总量</translation>
    </message>
    <message>
        <source>above what any device of this class can do</source>
        <translation>超过此类设备所能达到的上限</translation>
    </message>
    <message>
        <source>its time lies in the future</source>
        <translation>其时间在未来</translation>
    </message>
    <message>
        <source>its time lies before anything this source can know</source>
        <translation>其时间早于此数据源所能知晓的一切</translation>
    </message>
    <message>
        <source>another value was told for this time</source>
        <translation>此时刻曾给出另一个值</translation>
    </message>
    <message>
        <source>older than what was told before</source>
        <translation>早于之前给出的数据</translation>
    </message>
    <message>
        <source>the first after a silence: all that was missed in one step</source>
        <translation>沉默之后的第一个：遗漏的全部集中在一步</translation>
    </message>
    <message>
        <source>the counter began anew</source>
        <translation>计数器已重新开始</translation>
    </message>
    <message>
        <source>in another unit than before</source>
        <translation>单位与之前不同</translation>
    </message>
    <message>
        <source>it went back, and it only grows</source>
        <translation>它倒退了，而它只会增长</translation>
    </message>
    <message>
        <source>other facts of this moment exclude it</source>
        <translation>此刻的其他事实与其矛盾</translation>
    </message>
</context>
<context>
    <name>SchemaChecker</name>
    <message>
        <source>%1 must not be written here in plain text: profiles are copied, shared and backed up</source>
        <translation>%1 不得以明文写在此处：配置文件会被复制、共享和备份</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3</source>
        <translation>%1 必须是%2，而不是%3</translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation>%1 必须是 %2</translation>
    </message>
    <message>
        <source>%1 cannot be %2</source>
        <translation>%1 不能是 %2</translation>
    </message>
    <message>
        <source>%1 contains a control character</source>
        <translation>%1 含有控制字符</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请将其删除。</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>%1 is longer than %2 characters</source>
        <translation>%1 超过 %2 个字符</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1 不得小于 %2</translation>
    </message>
    <message>
        <source>%1 must be more than %2</source>
        <translation>%1 必须大于 %2</translation>
    </message>
    <message>
        <source>%1 must be at most %2</source>
        <translation>%1 不得大于 %2</translation>
    </message>
    <message>
        <source>%1 has more than %2 entries</source>
        <translation>%1 超过 %2 项</translation>
    </message>
    <message>
        <source>%1 stands in the list before</source>
        <translation>%1 在列表中重复</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is not known here</source>
        <translation>此处没有键“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing in %2</source>
        <translation>%2 中缺少“%1”</translation>
    </message>
    <message>
        <source>a text in double quotes</source>
        <translation>双引号括起的文本</translation>
    </message>
    <message>
        <source>Known: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>%1 is not a kind of source that is known</source>
        <translation>%1 不是已知的数据源类型</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
    <message>
        <source>%1 has %2, of which only one can be</source>
        <translation>%1 同时含有 %2，只能保留其一</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>It needs one of: %1.</source>
        <translation>需要以下之一：%1。</translation>
    </message>
    <message>
        <source>For example %1.</source>
        <extracomment>%1 is JSON, several separated by &quot;or&quot;</extracomment>
        <translation>例如 %1。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>what stands there</source>
        <translation>该处的值</translation>
    </message>
</context>
<context>
    <name>SchemaFormats</name>
    <message>
        <source>has no scheme: it must begin with %1://</source>
        <translation>缺少协议：必须以 %1:// 开头</translation>
    </message>
    <message>
        <source>contains a space</source>
        <translation>含有空格</translation>
    </message>
    <message>
        <source>holds credentials: a URL ends up in logs and on screens</source>
        <translation>含有凭据：URL 会出现在日志和屏幕上</translation>
    </message>
    <message>
        <source>is not a URL</source>
        <translation>不是 URL</translation>
    </message>
    <message>
        <source>must begin with one of: %1</source>
        <translation>必须以下列之一开头：%1</translation>
    </message>
    <message>
        <source>names no host</source>
        <translation>没有主机名</translation>
    </message>
    <message>
        <source>has a port outside 1 … 65535</source>
        <translation>端口超出 1 … 65535</translation>
    </message>
    <message>
        <source>has a query (?…): only scheme, host, port and path belong here</source>
        <translation>带有查询（?…）：此处只能有协议、主机、端口和路径</translation>
    </message>
    <message>
        <source>has a fragment (#…): only scheme, host, port and path belong here</source>
        <translation>带有片段（#…）：此处只能有协议、主机、端口和路径</translation>
    </message>
    <message>
        <source>must begin with sha256//</source>
        <translation>必须以 sha256// 开头</translation>
    </message>
    <message>
        <source>is not the base64 of a SHA-256 after sha256//</source>
        <translation>sha256// 之后不是 SHA-256 的 base64</translation>
    </message>
</context>
<context>
    <name>SchemaWords</name>
    <message>
        <source>an object { }</source>
        <translation>对象 { }</translation>
    </message>
    <message>
        <source>a list [ ]</source>
        <translation>列表 [ ]</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a number with a fraction or too large</source>
        <translation>带小数或过大的数字</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>a text in double quotes</source>
        <translation>双引号括起的文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>此处可用的有：%1。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想用“%1”？</translation>
    </message>
</context>
<context>
    <name>SecretFile</name>
    <message>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>Write the secret into it, then: chmod 600 %1</source>
        <translation>请将机密写入其中，然后执行：chmod 600 %1</translation>
    </message>
    <message>
        <source>this user may not read it</source>
        <translation>当前用户无权读取</translation>
    </message>
    <message>
        <source>Make it this user&apos;s: chown %1 %2</source>
        <translation>请将其归当前用户所有：chown %1 %2</translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>Name a file that holds only the secret.</source>
        <translation>请指定只包含机密的文件。</translation>
    </message>
    <message>
        <source>it belongs to another user, who can read it</source>
        <translation>它属于另一用户，该用户可以读取</translation>
    </message>
    <message>
        <source>others can read it (mode %1)</source>
        <translation>其他用户可以读取它（权限 %1）</translation>
    </message>
    <message>
        <source>Close it: chmod 600 %1</source>
        <translation>请收紧权限：chmod 600 %1</translation>
    </message>
    <message>
        <source>it is larger than any secret (64 KiB)</source>
        <translation>它比任何机密都大（64 KiB）</translation>
    </message>
</context>
<context>
    <name>SecretRef</name>
    <message>
        <source>environment variable %1</source>
        <translation>环境变量 %1</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>keychain entry %1</source>
        <translation>密钥环条目 %1</translation>
    </message>
</context>
<context>
    <name>SecretResolver</name>
    <message>
        <source>it is not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Set it before Stowage starts: export %1=…</source>
        <translation>请在启动 Stowage 前设置：export %1=…</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>Put the secret there.</source>
        <translation>请将机密放入其中。</translation>
    </message>
    <message>
        <source>it has more than one line, or a zero byte</source>
        <translation>它有多行，或含有零字节</translation>
    </message>
    <message>
        <source>Put nothing but the secret there.</source>
        <translation>请只放入机密本身。</translation>
    </message>
</context>
<context>
    <name>SelectionDetails</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>%1, %2 in all</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>too many cells to count while you select</source>
        <translation>单元格过多，选择期间不计数</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>SelfDetails</name>
    <message>
        <source>Stalls, 5 min</source>
        <translation>卡顿，5 分钟</translation>
    </message>
    <message>
        <source>%1, longest %2 ms</source>
        <extracomment>how many stalls, and the longest of them</extracomment>
        <translation>%1，最长 %2 ms</translation>
    </message>
    <message>
        <source>%1 since the start</source>
        <extracomment>since the program&apos;s start</extracomment>
        <translation>启动以来 %1 次</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Database %1</source>
        <translation>数据库 %1</translation>
    </message>
    <message>
        <source>not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
    <message>
        <source>%1, safe in %2 ms</source>
        <extracomment>the size of a database, and how long it takes until something is safe on disk</extracomment>
        <translation>%1，落盘需 %2 ms</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 项等待中</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1, %2/s</source>
        <extracomment>requests, and how many of them a second</extracomment>
        <translation>%1，%2/s</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 次失败</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Sweep of %1</source>
        <translation>%1 的巡检</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>滞后 %1</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <extracomment>requests that were sent and are not answered yet</extracomment>
        <translation>%1 正在进行</translation>
    </message>
</context>
<context>
    <name>SeriesAssembly</name>
    <message numerus="yes">
        <source>%n pieces on disk are damaged and left out</source>
        <translation>
            <numerusform>磁盘上有 %n 段已损坏，已略去</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesWords</name>
    <message>
        <source>least %1, mean %2, most %3, last %4</source>
        <translation>最小 %1，平均 %2，最大 %3，最近 %4</translation>
    </message>
    <message>
        <source>no data from %1 to %2 (%3)</source>
        <translation>%1 至 %2 无数据（%3）</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <extracomment>a sample in quarantine: when, what, why</extracomment>
        <translation>%1  %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier, see --json</source>
        <translation>
            <numerusform>更早的 %n 个见 --json</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>nothing is known of that time</source>
        <translation>对该时段一无所知</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), a step of %1, from %2</source>
        <translation>
            <numerusform>%n 个点，步长 %1，来自 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>not all of it: %1</source>
        <translation>并非全部：%1</translation>
    </message>
</context>
<context>
    <name>SourceFactory</name>
    <message>
        <source>this version does not connect to %1</source>
        <translation>此版本不支持连接 %1</translation>
    </message>
    <message>
        <source>The other sources are not affected.</source>
        <translation>其他数据源不受影响。</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>it does not tell</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>not known before its first answer</source>
        <translation>首次响应之前未知</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>最近响应</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>陈旧阈值</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>what the source does at this moment</extracomment>
        <translation>当前</translation>
    </message>
    <message>
        <source>not read as a whole yet</source>
        <translation>尚未完整读取</translation>
    </message>
    <message>
        <source>complete: everything it lists was read</source>
        <translation>完整：其列出的内容已全部读取</translation>
    </message>
    <message>
        <source>examining …</source>
        <translation>正在诊断…</translation>
    </message>
    <message>
        <source>called off: another source was examined</source>
        <translation>已取消：改为诊断另一数据源</translation>
    </message>
    <message>
        <source>one for each node</source>
        <translation>每个节点各有一个</translation>
    </message>
    <message>
        <source>found in %1 (p95), %2 pulls a second, %3 failed; %4 of %5 nodes tell it</source>
        <translation>查找 %1（p95），每秒 %2 次拉取，%3 失败；%5 个节点中 %4 个提供</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>全部节点</translation>
    </message>
    <message>
        <source>Without a zone</source>
        <translation>无可用区</translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation>可用区 %1</translation>
    </message>
</context>
<context>
    <name>SourcesState</name>
    <message>
        <source>Examine %1</source>
        <translation>诊断 %1</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No source is configured</source>
        <translation>未配置数据源</translation>
    </message>
    <message>
        <source>Everything on the screen comes from sources, and the profile names none. Add one under &quot;sources&quot; and start again.</source>
        <translation>屏幕上的一切都来自数据源，而配置文件中没有数据源。请在 &quot;sources&quot; 下添加一个，然后重新启动。</translation>
    </message>
    <message>
        <source>Copy an example</source>
        <translation>复制示例</translation>
    </message>
    <message>
        <source>No source answers</source>
        <translation>没有数据源响应</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Every source is stale</source>
        <translation>所有数据源都已陈旧</translation>
    </message>
    <message>
        <source>The newest answer came %1 ago.</source>
        <translation>最新的响应在 %1 前。</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 无响应</translation>
    </message>
    <message>
        <source>Not seen: %1.</source>
        <translation>未见到：%1。</translation>
    </message>
    <message>
        <source>It has not answered yet.</source>
        <translation>尚未应答。</translation>
    </message>
    <message>
        <source>Its last answer was %1 ago.</source>
        <translation>最后一次应答在 %1 前。</translation>
    </message>
    <message>
        <source>Waiting for %1 for the first answer of %2.</source>
        <extracomment>%1 is a duration, %2 one or more names</extracomment>
        <translation>等待 %2 的首次应答已 %1。</translation>
    </message>
</context>
<context>
    <name>SpegelMetadata</name>
    <message>
        <source>Check that the metrics address is Spegel&apos;s.</source>
        <translation>请确认指标地址属于 Spegel。</translation>
    </message>
    <message>
        <source>/debug/web/metadata does not tell a libp2p id</source>
        <translation>/debug/web/metadata 没有给出 libp2p id</translation>
    </message>
    <message>
        <source>/debug/web/metadata answers HTTP %1</source>
        <translation>/debug/web/metadata 返回 HTTP %1</translation>
    </message>
</context>
<context>
    <name>SpegelStatus</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 peers vanished at once; the likelier cause is the network of the machine that runs Stowage</source>
        <translation>%2 个对等节点中有 %1 个同时消失；更可能的原因是运行 Stowage 的机器的网络</translation>
    </message>
    <message>
        <source>Check this machine&apos;s own connection; until then these nodes are unseen, not gone.</source>
        <translation>请检查本机的网络连接；在此之前这些节点算作未见到，而非失联。</translation>
    </message>
    <message numerus="yes">
        <source>none of %n peer(s) answers</source>
        <translation>
            <numerusform>%n 个对等节点均无响应</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the addresses in the profile, and that Spegel&apos;s registry port can be reached from here.</source>
        <translation>请检查配置文件中的地址，以及能否从本机访问 Spegel 的 Registry 端口。</translation>
    </message>
    <message>
        <source>content is refused without valid credentials by %1</source>
        <translation>没有有效凭据，%1 拒绝提供内容</translation>
    </message>
    <message>
        <source>Give this source the user and password of Spegel&apos;s basic authentication.</source>
        <translation>请为此数据源提供 Spegel 基本认证的用户名和密码。</translation>
    </message>
    <message>
        <source>node %1 restarted: identity changed</source>
        <translation>节点 %1 已重启：身份已变更</translation>
    </message>
    <message>
        <source>%1 of %2 nodes swept</source>
        <translation>已巡检 %1/%2 个节点</translation>
    </message>
    <message>
        <source>not asked for, because the profile does not name it among the mirrored namespaces: %1</source>
        <translation>未查询，因为配置文件未将其列入镜像加速的命名空间：%1</translation>
    </message>
    <message>
        <source>the metrics port does not tell who it is: %1 (%2)</source>
        <extracomment>%1 are names of nodes, %2 says what is wrong at the first and what to do</extracomment>
        <translation>指标端口未给出身份：%1（%2）</translation>
    </message>
    <message>
        <source>404 without content, which says nothing: a namespace is not mirrored, or a name filtered, on %1. Compare the profile&apos;s namespaces with the peers&apos; mirrored registries and filters.</source>
        <translation>%1 返回无内容的 404，不能说明问题：命名空间未启用镜像加速，或名称被过滤。请对照配置文件中的命名空间与对等节点的镜像加速 Registry 及过滤规则。</translation>
    </message>
    <message>
        <source>answers without OCI-Namespace, which are not the node&apos;s own, from %1. Check that the address is the node&apos;s own registry port, with nothing in between.</source>
        <translation>来自 %1 的响应没有 OCI-Namespace，并非节点自身的响应。请确认地址是该节点自己的 Registry 端口，中间没有其他服务。</translation>
    </message>
    <message>
        <source>content with another size than its manifest says on %1. Look at that node&apos;s containerd and its disk.</source>
        <translation>%1 上的内容大小与清单不符。请检查该节点的 containerd 和磁盘。</translation>
    </message>
    <message>
        <source>server errors from %1. Look at the peer&apos;s log.</source>
        <translation>%1 返回服务器错误。请查看该对等节点的日志。</translation>
    </message>
    <message>
        <source>answers outside the protocol from %1. Check that the address is a Spegel peer&apos;s registry port.</source>
        <translation>%1 的响应不符合协议。请确认地址是 Spegel 对等节点的 Registry 端口。</translation>
    </message>
    <message>
        <source>claims to hold a digest that cannot exist, so that nothing is believed that is said of content by %1. Look at what answers at that address.</source>
        <translation>声称持有不可能存在的摘要，因此不采信其关于内容的任何说法：%1。请检查该地址上究竟是什么在应答。</translation>
    </message>
    <message>
        <source>asked to be asked less (HTTP 429) by %1. Lower this source&apos;s budget in the profile.</source>
        <translation>被要求降低请求频率（HTTP 429）：%1。请在配置文件中调低此数据源的预算。</translation>
    </message>
    <message>
        <source>%1 (%2 has %3 bytes there instead of %4)</source>
        <extracomment>%1 are names of nodes, %2 is a digest, %3 and %4 are numbers of bytes</extracomment>
        <translation>%1（%2 在该处为 %3 字节，应为 %4 字节）</translation>
    </message>
    <message>
        <source>listed more than once in the profile, of which the first counts: %1</source>
        <translation>在配置文件中多次列出，以第一次为准：%1</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <extracomment>two names of nodes</extracomment>
        <translation>%1 与 %2 相同</translation>
    </message>
    <message>
        <source>not asked, for its address is another node&apos;s: %1. Correct the addresses in the profile.</source>
        <translation>未查询，因为其地址属于另一个节点：%1。请更正配置文件中的地址。</translation>
    </message>
    <message>
        <source>answer as one and the same peer, so that its copies count more than once: %1. Check that each address leads to its own node, past any load balancer.</source>
        <translation>以同一个对等节点的身份应答，导致其副本被重复计数：%1。请确认每个地址都绕过负载均衡器、直达各自的节点。</translation>
    </message>
    <message>
        <source>the sweep is paused</source>
        <translation>巡检已暂停</translation>
    </message>
    <message>
        <source>%1, the sweep is paused</source>
        <translation>%1，巡检已暂停</translation>
    </message>
    <message>
        <source>%1, %2 of %3 cells, %4 requests a second</source>
        <translation>%1，%3 个单元格中的 %2 个，每秒 %4 个请求</translation>
    </message>
</context>
<context>
    <name>SystemKeychain</name>
    <message>
        <source>the keychain has no such entry</source>
        <translation>密钥环中没有此条目</translation>
    </message>
    <message>
        <source>Store it: secret-tool store --label=Stowage user %1 server %2 type plaintext</source>
        <translation>请存入：secret-tool store --label=Stowage user %1 server %2 type plaintext</translation>
    </message>
    <message>
        <source>the keychain refused access</source>
        <translation>密钥环拒绝访问</translation>
    </message>
    <message>
        <source>Unlock the keychain.</source>
        <translation>请解锁密钥环。</translation>
    </message>
    <message>
        <source>this session has no keychain</source>
        <translation>此会话没有密钥环</translation>
    </message>
    <message>
        <source>Use {&quot;file&quot;} or {&quot;env&quot;} in the profile.</source>
        <translation>请在配置文件中使用 {&quot;file&quot;} 或 {&quot;env&quot;}。</translation>
    </message>
    <message>
        <source>no keychain answers in this session: %1</source>
        <translation>此会话中没有密钥环响应：%1</translation>
    </message>
    <message>
        <source>Use {&quot;file&quot;} or {&quot;env&quot;} in the profile, or start a keychain (Secret Service, KWallet).</source>
        <translation>请在配置文件中使用 {&quot;file&quot;} 或 {&quot;env&quot;}，或启动密钥环（Secret Service、KWallet）。</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>the theme cannot be read: %1</source>
        <translation>无法读取主题：%1</translation>
    </message>
    <message>
        <source>name one of the built-in themes: %1</source>
        <translation>请指定一个内置主题：%1</translation>
    </message>
    <message>
        <source>the theme has no object &quot;colors&quot;</source>
        <translation>主题中没有对象 &quot;colors&quot;</translation>
    </message>
    <message>
        <source>give it one with: %1</source>
        <translation>请添加，包含：%1</translation>
    </message>
    <message>
        <source>unknown colour &quot;%1&quot;</source>
        <translation>未知的颜色“%1”</translation>
    </message>
    <message>
        <source>the colours of a theme are: %1</source>
        <translation>主题的颜色有：%1</translation>
    </message>
    <message>
        <source>colour &quot;%1&quot; is missing</source>
        <translation>缺少颜色“%1”</translation>
    </message>
    <message>
        <source>colour &quot;%1&quot; is not a colour</source>
        <translation>颜色“%1”不是有效颜色</translation>
    </message>
    <message>
        <source>write it as &quot;#rrggbb&quot;</source>
        <translation>请写作 &quot;#rrggbb&quot;</translation>
    </message>
    <message>
        <source>write %1 colours as &quot;#rrggbb&quot;</source>
        <translation>请以 &quot;#rrggbb&quot; 形式写 %1 种颜色</translation>
    </message>
    <message>
        <source>&quot;series&quot; is not a list of %1 colours</source>
        <translation>&quot;series&quot; 不是含 %1 种颜色的列表</translation>
    </message>
    <message>
        <source>&quot;series&quot; has something that is not a colour at place %1</source>
        <translation>&quot;series&quot; 的第 %1 项不是颜色</translation>
    </message>
    <message>
        <source>the theme is not a JSON object</source>
        <translation>主题不是 JSON 对象</translation>
    </message>
    <message>
        <source>compare it with a built-in theme of the program&apos;s sources</source>
        <translation>请与程序源码中的内置主题对照</translation>
    </message>
    <message>
        <source>the theme&apos;s &quot;schema&quot; is not %1</source>
        <translation>主题的 &quot;schema&quot; 不是 %1</translation>
    </message>
    <message>
        <source>write &quot;schema&quot;: &quot;%1&quot;</source>
        <translation>请写 &quot;schema&quot;: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the theme lacks &quot;name&quot; (text) or &quot;dark&quot; (true or false)</source>
        <translation>主题缺少 &quot;name&quot;（文本）或 &quot;dark&quot;（true 或 false）</translation>
    </message>
    <message>
        <source>add both</source>
        <translation>请补上这两项</translation>
    </message>
</context>
<context>
    <name>ThresholdBreach</name>
    <message>
        <source>hit rate %1, limit %2 (5 min)</source>
        <translation>命中率 %1，限值 %2（5 分钟）</translation>
    </message>
    <message>
        <source>resolve p95 %1, limit %2 (5 min)</source>
        <translation>解析 p95 %1，限值 %2（5 分钟）</translation>
    </message>
    <message>
        <source>pulls p95 %1, limit %2 (5 min)</source>
        <translation>拉取 p95 %1，限值 %2（5 分钟）</translation>
    </message>
    <message>
        <source>failed pulls %1, limit %2 (5 min)</source>
        <translation>失败拉取 %1，限值 %2（5 分钟）</translation>
    </message>
</context>
<context>
    <name>TimelineDetails</name>
    <message>
        <source>Before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Unknown since</source>
        <translation>未知始于</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Alerts told</source>
        <translation>告警消息</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>等</translation>
    </message>
</context>
<context>
    <name>TimelineLane</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Source outages</source>
        <translation>数据源中断</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>TimelineState</name>
    <message>
        <source>All lanes are hidden</source>
        <translation>所有泳道均已隐藏</translation>
    </message>
    <message>
        <source>What happened is shown in lanes, and none of them is wanted.</source>
        <translation>发生的事按泳道显示，而目前没有选中任何泳道。</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>显示所有泳道</translation>
    </message>
    <message>
        <source>The log cannot be read</source>
        <translation>无法读取日志</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The log has a problem</source>
        <translation>日志出现问题</translation>
    </message>
    <message>
        <source>Searching all history</source>
        <translation>正在搜索全部历史</translation>
    </message>
    <message>
        <source>Reading what happened</source>
        <translation>正在读取发生的事</translation>
    </message>
    <message>
        <source>The log is read from disk.</source>
        <translation>正在从磁盘读取日志。</translation>
    </message>
    <message>
        <source>Nothing of this in all history</source>
        <translation>全部历史中没有匹配项</translation>
    </message>
    <message>
        <source>Every word has to occur in one event: in its name, subject, summary, labels, note, person, zone or source.</source>
        <translation>每个词都必须出现在同一条记录中：名称、对象、概要、标签、备注、人员、区域或来源。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Nothing has happened since %1</source>
        <extracomment>%1 a time</extracomment>
        <translation>自 %1 以来没有发生任何事</translation>
    </message>
    <message>
        <source>No alert, change, outage or action is in the log of this time.</source>
        <translation>这段时间的日志中没有告警、变更、中断或操作。</translation>
    </message>
    <message>
        <source>Look at another range</source>
        <translation>查看其他时间范围</translation>
    </message>
    <message>
        <source>Nothing passes the filter</source>
        <translation>没有条目符合筛选</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message numerus="yes">
        <source>It hides all %Ln entries that are loaded.</source>
        <translation>
            <numerusform>它隐藏了已加载的全部 %Ln 个条目。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>what was done, and by whom: &quot;muted by mei&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>began before %1; unknown since %2</source>
        <translation>始于 %1 之前；自 %2 起未知</translation>
    </message>
    <message>
        <source>since %1; unknown since %2</source>
        <translation>自 %1 起；自 %2 起未知</translation>
    </message>
    <message>
        <source>began before %1, still stands</source>
        <translation>始于 %1 之前，仍在持续</translation>
    </message>
    <message>
        <source>since %1, for %2, still stands</source>
        <translation>自 %1 起，已 %2，仍在持续</translation>
    </message>
    <message>
        <source>%1, over before %2, nobody told when</source>
        <translation>%1，在 %2 之前已结束，无人报告何时</translation>
    </message>
    <message>
        <source>began before %1, until %2</source>
        <translation>始于 %1 之前，至 %2</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1，持续 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>%Ln 个告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TlsFailure</name>
    <message>
        <source>the certificate of %1 has expired</source>
        <translation>%1 的证书已过期</translation>
    </message>
    <message>
        <source>Renew the server&apos;s certificate; if it is new, check this machine&apos;s clock.</source>
        <translation>请更新服务器证书；如果证书是新的，请检查本机时钟。</translation>
    </message>
    <message>
        <source>the certificate of %1 is not valid yet</source>
        <translation>%1 的证书尚未生效</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock, then the certificate&apos;s dates.</source>
        <translation>请检查本机时钟，再检查证书的日期。</translation>
    </message>
    <message>
        <source>the certificate of %1 has been revoked</source>
        <translation>%1 的证书已被吊销</translation>
    </message>
    <message>
        <source>Replace the server&apos;s certificate.</source>
        <translation>请更换服务器证书。</translation>
    </message>
    <message>
        <source>the certificate of %1 comes from an unknown issuer</source>
        <translation>%1 的证书由未知的颁发者签发</translation>
    </message>
    <message>
        <source>Name the issuer&apos;s certificate as the CA file in the profile, if you trust it.</source>
        <translation>如果信任该颁发者，请在配置文件中将其证书指定为 CA 文件。</translation>
    </message>
    <message>
        <source>the certificate is for another host than %1</source>
        <translation>证书属于另一主机，而不是 %1</translation>
    </message>
    <message>
        <source>Use a name that the certificate holds, or have it issued for this one.</source>
        <translation>请使用证书中包含的名称，或为此名称签发证书。</translation>
    </message>
    <message>
        <source>the certificate of %1 is not acceptable (OpenSSL&apos;s reason %2)</source>
        <translation>%1 的证书不可接受（OpenSSL 原因 %2）</translation>
    </message>
    <message>
        <source>Examine the certificate chain of the server.</source>
        <translation>请检查服务器的证书链。</translation>
    </message>
    <message>
        <source>%1 refused the TLS handshake</source>
        <translation>%1 拒绝了 TLS 握手</translation>
    </message>
    <message>
        <source>Check whether it wants a client certificate, and which; then name it in the profile.</source>
        <translation>请检查它是否需要客户端证书以及哪一个，然后在配置文件中指定。</translation>
    </message>
    <message>
        <source>the TLS handshake with %1 failed</source>
        <translation>与 %1 的 TLS 握手失败</translation>
    </message>
    <message>
        <source>Check that the server speaks TLS on this port, and which versions of it.</source>
        <translation>请确认服务器在此端口上使用 TLS，以及支持的版本。</translation>
    </message>
    <message>
        <source>%1 has another public key than the pinned one</source>
        <translation>%1 的公钥与固定的公钥不同</translation>
    </message>
    <message>
        <source>If the key was changed on purpose, update the pin in the profile; if not, somebody else answers there.</source>
        <translation>如果密钥是有意更换的，请更新配置文件中的固定公钥；否则说明响应者另有其人。</translation>
    </message>
    <message>
        <source>the CA file cannot be read</source>
        <translation>无法读取 CA 文件</translation>
    </message>
    <message>
        <source>Check the CA file in the profile: it must exist and hold PEM certificates.</source>
        <translation>请检查配置文件中的 CA 文件：它必须存在并包含 PEM 证书。</translation>
    </message>
    <message>
        <source>the client certificate or its key cannot be used</source>
        <translation>无法使用客户端证书或其私钥</translation>
    </message>
    <message>
        <source>Check both files in the profile: PEM, readable, and belonging together.</source>
        <translation>请检查配置文件中的这两个文件：PEM 格式、可读且相互匹配。</translation>
    </message>
</context>
<context>
    <name>TransferFailure</name>
    <message>
        <source>the name %1 was not resolved within %2</source>
        <translation>未能在 %2 内解析名称 %1</translation>
    </message>
    <message>
        <source>Check this machine&apos;s DNS servers.</source>
        <translation>请检查本机的 DNS 服务器。</translation>
    </message>
    <message>
        <source>no connection to %1 within %2</source>
        <translation>未能在 %2 内连接到 %1</translation>
    </message>
    <message>
        <source>Check that the host is up, and that no firewall drops the packets on the way.</source>
        <translation>请确认主机在运行，且途中没有防火墙丢弃数据包。</translation>
    </message>
    <message>
        <source>the TLS handshake did not end within %1</source>
        <translation>TLS 握手未能在 %1 内完成</translation>
    </message>
    <message>
        <source>Check that the server speaks TLS on this port and is not overloaded.</source>
        <translation>请确认服务器在此端口上使用 TLS，且没有过载。</translation>
    </message>
    <message>
        <source>connected, but no answer within %1</source>
        <translation>已连接，但 %1 内没有响应</translation>
    </message>
    <message>
        <source>The server accepts connections but does not answer; look at its load and its log.</source>
        <translation>服务器接受连接但不响应；请查看其负载和日志。</translation>
    </message>
    <message>
        <source>the answer stalled: not a byte for %1 in the middle of it</source>
        <translation>响应中断：传输途中 %1 内没有收到任何字节</translation>
    </message>
    <message>
        <source>Look at the server&apos;s load and at the network between.</source>
        <translation>请查看服务器的负载和中间的网络。</translation>
    </message>
    <message>
        <source>the answer was not complete within %1</source>
        <translation>响应未能在 %1 内完成</translation>
    </message>
    <message>
        <source>The server or the line is slow; look at its load, or allow more time in the profile.</source>
        <translation>服务器或线路较慢；请查看其负载，或在配置文件中放宽时限。</translation>
    </message>
    <message>
        <source>the answer&apos;s header fields exceed all measure</source>
        <translation>响应的头字段过大</translation>
    </message>
    <message>
        <source>Check that the address is right; no well-behaved server sends this.</source>
        <translation>请确认地址正确；正常的服务器不会这样响应。</translation>
    </message>
    <message>
        <source>the answer is larger than the %1 allowed for it</source>
        <translation>响应超过了允许的 %1</translation>
    </message>
    <message>
        <source>Check that the address is right and what the server sends there.</source>
        <translation>请确认地址正确，并检查服务器在该处发送的内容。</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 拒绝了连接</translation>
    </message>
    <message>
        <source>Check that the server runs and listens on this port.</source>
        <translation>请确认服务器正在运行并监听此端口。</translation>
    </message>
    <message>
        <source>the network gave no reason</source>
        <translation>网络未给出原因</translation>
    </message>
    <message>
        <source>no connection to %1: %2</source>
        <translation>无法连接到 %1：%2</translation>
    </message>
    <message>
        <source>Check the address, the route and the firewalls on the way.</source>
        <translation>请检查地址、路由和途中的防火墙。</translation>
    </message>
    <message>
        <source>Look at the log of the server, and of a proxy before it, at this time.</source>
        <translation>请查看服务器及其前面代理在此时刻的日志。</translation>
    </message>
    <message>
        <source>the answer ended before it was complete</source>
        <translation>响应在完成前结束</translation>
    </message>
    <message>
        <source>the server closed the connection without an answer</source>
        <translation>服务器未作响应便关闭了连接</translation>
    </message>
    <message>
        <source>the connection broke in the middle of the answer</source>
        <translation>连接在响应途中断开</translation>
    </message>
    <message>
        <source>the connection broke before an answer came</source>
        <translation>连接在收到响应前断开</translation>
    </message>
    <message>
        <source>Check the address and the port: something else than this service answers there.</source>
        <translation>请检查地址和端口：响应的不是此服务。</translation>
    </message>
    <message>
        <source>the name %1 has no address</source>
        <translation>名称 %1 没有地址</translation>
    </message>
    <message>
        <source>Check the name&apos;s spelling and this machine&apos;s DNS servers.</source>
        <translation>请检查名称的拼写和本机的 DNS 服务器。</translation>
    </message>
    <message>
        <source>the proxy&apos;s name has no address</source>
        <translation>代理的名称没有地址</translation>
    </message>
    <message>
        <source>Check the proxy in the profile and this machine&apos;s DNS servers.</source>
        <translation>请检查配置文件中的代理和本机的 DNS 服务器。</translation>
    </message>
    <message>
        <source>the proxy did not connect us</source>
        <translation>代理未能建立连接</translation>
    </message>
    <message>
        <source>Check the proxy in the profile, and that it lets this host through.</source>
        <translation>请检查配置文件中的代理，并确认它放行此主机。</translation>
    </message>
    <message>
        <source>the answer&apos;s compression is broken</source>
        <translation>响应的压缩数据已损坏</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>响应不是 HTTP</translation>
    </message>
    <message>
        <source>the address is not a valid URL</source>
        <translation>地址不是有效的 URL</translation>
    </message>
    <message>
        <source>Correct the URL in the profile.</source>
        <translation>请更正配置文件中的 URL。</translation>
    </message>
    <message>
        <source>not enough memory for the request</source>
        <translation>内存不足，无法完成请求</translation>
    </message>
    <message>
        <source>the exchange failed: %1</source>
        <translation>通信失败：%1</translation>
    </message>
</context>
<context>
    <name>TrayStanding</name>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n 个严重</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 个未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <comment>incidents that somebody sees to</comment>
        <translation>
            <numerusform>%n 个已接手</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>not every source answers</source>
        <translation>并非所有数据源都有应答</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>Nodes that must go upstream</source>
        <translation>必须访问上游的节点</translation>
    </message>
    <message>
        <source>Layers lost</source>
        <translation>丢失的层</translation>
    </message>
    <message>
        <source>Images broken</source>
        <translation>损坏的镜像</translation>
    </message>
    <message>
        <source>Layers that may be lost</source>
        <translation>可能丢失的层</translation>
    </message>
    <message>
        <source>Their only other copies are on nodes that do not answer.</source>
        <translation>其仅有的其他副本在没有应答的节点上。</translation>
    </message>
    <message>
        <source>Images that may break</source>
        <translation>可能损坏的镜像</translation>
    </message>
    <message>
        <source>Down to one copy</source>
        <translation>只剩一份副本</translation>
    </message>
    <message>
        <source>Would survive</source>
        <translation>仍会保留</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>in part</source>
        <extracomment>a source that answered, but not everything could be read</extracomment>
        <translation>部分可用</translation>
    </message>
    <message>
        <source>with errors</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>An error: %1 is a sentence that says what happened, %2 one that says what to do</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>a sentence and its full stop</extracomment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>stowage::ActBox</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>stowage::AlertModel</name>
    <message>
        <source>pending</source>
        <translation>待触发</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>触发中</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not judged</source>
        <extracomment>of an alert: its rule cannot be evaluated</extracomment>
        <translation>未评估</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>not long enough yet</source>
        <extracomment>why an alert is held back: what it tells of does not last for long enough yet</extracomment>
        <translation>持续时间不足</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>冷却</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已静默</translation>
    </message>
    <message>
        <source>inhibited</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>near its threshold</source>
        <extracomment>why an alert is not over: its value is too near to the threshold</extracomment>
        <translation>接近阈值</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>why an alert is held back, and by what: &quot;maintenance: switch eu-b&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1: why an alert is held back; %2: for how long: &quot;cooldown, 4 min left&quot;</extracomment>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>报告来源</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>佐证数</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>触发次数</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>翻转次数</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>暂缓原因</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最差优先</translation>
    </message>
</context>
<context>
    <name>stowage::AlertPhrases</name>
    <message>
        <source>node %1 is gone</source>
        <translation>节点 %1 已失联</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are gone</source>
        <translation>
            <numerusform>%n 个节点已失联</numerusform>
        </translation>
    </message>
    <message>
        <source>host %1 is down</source>
        <translation>主机 %1 已停机</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are down</source>
        <translation>
            <numerusform>%n 台主机已停机</numerusform>
        </translation>
    </message>
    <message>
        <source>node %1 cannot serve layers</source>
        <translation>节点 %1 无法提供层</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes cannot serve layers</source>
        <translation>
            <numerusform>%n 个节点无法提供层</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is short of memory</source>
        <translation>%1 内存不足</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are short of memory</source>
        <translation>
            <numerusform>%n 台主机内存不足</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is out of memory</source>
        <translation>%1 内存耗尽</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are out of memory</source>
        <translation>
            <numerusform>%n 台主机内存耗尽</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is out of CPU</source>
        <translation>%1 的 CPU 已耗尽</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are out of CPU</source>
        <translation>
            <numerusform>%n 台主机的 CPU 已耗尽</numerusform>
        </translation>
    </message>
    <message>
        <source>a disk of %1 fills up</source>
        <translation>%1 的磁盘即将写满</translation>
    </message>
    <message numerus="yes">
        <source>disks of %n hosts fill up</source>
        <translation>
            <numerusform>%n 台主机的磁盘即将写满</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is too hot</source>
        <translation>%1 温度过高</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are too hot</source>
        <translation>
            <numerusform>%n 台主机温度过高</numerusform>
        </translation>
    </message>
    <message>
        <source>the network of %1 is busy</source>
        <translation>%1 的网络繁忙</translation>
    </message>
    <message numerus="yes">
        <source>the network of %n hosts is busy</source>
        <translation>
            <numerusform>%n 台主机的网络繁忙</numerusform>
        </translation>
    </message>
    <message>
        <source>the GPU of %1 is busy</source>
        <translation>%1 的 GPU 繁忙</translation>
    </message>
    <message numerus="yes">
        <source>the GPUs of %n hosts are busy</source>
        <translation>
            <numerusform>%n 台主机的 GPU 繁忙</numerusform>
        </translation>
    </message>
    <message>
        <source>the load of %1 is high</source>
        <translation>%1 负载高</translation>
    </message>
    <message numerus="yes">
        <source>the load of %n hosts is high</source>
        <translation>
            <numerusform>%n 台主机负载高</numerusform>
        </translation>
    </message>
    <message>
        <source>the battery of %1 is low</source>
        <translation>%1 的电池电量低</translation>
    </message>
    <message numerus="yes">
        <source>the batteries of %n hosts are low</source>
        <translation>
            <numerusform>%n 台主机的电池电量低</numerusform>
        </translation>
    </message>
    <message>
        <source>source %1 does not answer</source>
        <translation>数据源 %1 没有应答</translation>
    </message>
    <message numerus="yes">
        <source>%n sources do not answer</source>
        <translation>
            <numerusform>%n 个数据源没有应答</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what an alert is about, %2: what it says</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1: the name of an alert, %2: what it is about</extracomment>
        <translation>%2 上的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n subjects</source>
        <extracomment>%1: the name of an alert, %n: hosts, services and the like</extracomment>
        <translation>
            <numerusform>%n 个对象上的 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::AlertWorker</name>
    <message>
        <source>Make room on the disk; until then alerts are kept in memory.</source>
        <translation>请清理磁盘空间；在此之前告警保存在内存中。</translation>
    </message>
    <message>
        <source>It is kept as %1, and a new one is begun; what its sources still know of earlier alerts is asked for again.</source>
        <translation>它已保留为 %1，并新建了一个；将重新查询数据源对此前告警仍了解的内容。</translation>
    </message>
</context>
<context>
    <name>stowage::AlertmanagerConnector</name>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>it began anew a moment ago, and may not have been told of all alerts again</source>
        <translation>它刚刚重新启动，可能尚未重新收到全部告警</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read, or are too many</source>
        <translation>
            <numerusform>%n 条告警无法读取，或数量过多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s) cannot be read, or are too many</source>
        <translation>
            <numerusform>%n 条静默无法读取，或数量过多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) ran out because nobody sends them any more: what they were about may not be over</source>
        <translation>
            <numerusform>%n 条告警因不再有人发送而过期：其所涉问题可能尚未恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::AlertmanagerProbe</name>
    <message>
        <source>the credentials are refused: HTTP %1</source>
        <translation>凭据被拒绝：HTTP %1</translation>
    </message>
    <message>
        <source>it asks for credentials: HTTP %1</source>
        <translation>它要求凭据：HTTP %1</translation>
    </message>
    <message>
        <source>Check user and password or token, and that they are still valid.</source>
        <translation>请检查用户和密码或令牌，并确认它们仍然有效。</translation>
    </message>
    <message>
        <source>Give this source credentials in the profile (&apos;auth&apos;).</source>
        <translation>请在配置中为此数据源提供凭据（“auth”）。</translation>
    </message>
    <message>
        <source>the credentials are accepted</source>
        <translation>凭据已被接受</translation>
    </message>
    <message>
        <source>no credentials are needed</source>
        <translation>不需要凭据</translation>
    </message>
    <message>
        <source>it does not let us in</source>
        <translation>它不允许我们进入</translation>
    </message>
    <message>
        <source>there is no answer to judge</source>
        <translation>没有可供判断的应答</translation>
    </message>
    <message>
        <source>it does not tell its status as Alertmanager does: %1</source>
        <translation>它给出状态的方式与 Alertmanager 不同：%1</translation>
    </message>
    <message>
        <source>it is not an Alertmanager</source>
        <translation>它不是 Alertmanager</translation>
    </message>
    <message>
        <source>an Alertmanager, version %1</source>
        <translation>Alertmanager，版本 %1</translation>
    </message>
    <message numerus="yes">
        <source>it tells %n alert(s)</source>
        <translation>
            <numerusform>它提供 %n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>it tells very many alerts</source>
        <translation>它提供的告警非常多</translation>
    </message>
    <message>
        <source>it does not list its alerts: %1</source>
        <translation>它没有列出告警：%1</translation>
    </message>
</context>
<context>
    <name>stowage::BeszelConnector</name>
    <message>
        <source>signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>reading the systems</source>
        <translation>正在读取系统</translation>
    </message>
    <message>
        <source>reading the past, %1 of %2 lists</source>
        <extracomment>how far the reading of a hub&apos;s past has come: &quot;3 of 10 lists&quot;</extracomment>
        <translation>正在读取历史，%2 个列表中的 %1 个</translation>
    </message>
    <message>
        <source>it sends no events, and is asked again and again instead: %1</source>
        <extracomment>%1 says why</extracomment>
        <translation>它不发送事件，改为反复查询：%1</translation>
    </message>
    <message>
        <source>its past could not be read whole: %1</source>
        <translation>无法完整读取其历史：%1</translation>
    </message>
    <message>
        <source>its clock is %1 ahead of ours; correct whichever is wrong</source>
        <translation>其时钟比我们快 %1；请校正有误的一方</translation>
    </message>
    <message>
        <source>its clock is %1 behind ours; correct whichever is wrong</source>
        <translation>其时钟比我们慢 %1；请校正有误的一方</translation>
    </message>
    <message numerus="yes">
        <source>%n systems are listed a second time under the same name and host: shown, not counted. Delete at the hub those that stay down.</source>
        <translation>
            <numerusform>有 %n 个系统以相同名称和主机重复列出：予以显示，不予计数。请在 Hub 上删除一直停机的那些。</numerusform>
        </translation>
    </message>
    <message>
        <source>not to be read for this account: %1</source>
        <translation>此账户无法读取：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n records or fields of another form than expected were left out.</source>
        <translation>
            <numerusform>%n 条记录或字段的形式与预期不同，已略去。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events were too large and were left out.</source>
        <translation>
            <numerusform>%n 个事件过大，已略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the past</source>
        <translation>正在读取历史</translation>
    </message>
</context>
<context>
    <name>stowage::BeszelProbe</name>
    <message>
        <source>nobody is signed in for a look: the state of the source says whether the hub lets us in</source>
        <translation>检查时不登录：Hub 是否允许登录，请看该数据源的状态</translation>
    </message>
    <message>
        <source>it does not tell its health as a hub does: %1</source>
        <translation>其健康状况的应答不像 Hub：%1</translation>
    </message>
    <message>
        <source>it does not tell its health as a hub does</source>
        <translation>其健康状况的应答不像 Hub</translation>
    </message>
    <message>
        <source>Check that the address in the profile is a Beszel hub&apos;s.</source>
        <translation>请确认配置中的地址属于 Beszel Hub。</translation>
    </message>
    <message>
        <source>the hub itself says that it is not healthy</source>
        <translation>Hub 自称不健康</translation>
    </message>
    <message>
        <source>Look into the hub&apos;s log.</source>
        <translation>请查看 Hub 的日志。</translation>
    </message>
    <message>
        <source>it does not answer as a hub does</source>
        <translation>其应答不像 Hub</translation>
    </message>
    <message>
        <source>a PocketBase server without a hub&apos;s list of systems</source>
        <translation>一台 PocketBase 服务器，但没有 Hub 的系统列表</translation>
    </message>
    <message>
        <source>it is not a Beszel hub</source>
        <translation>它不是 Beszel Hub</translation>
    </message>
    <message>
        <source>a Beszel hub; its version it tells who has signed in</source>
        <translation>Beszel Hub；登录后才告知版本</translation>
    </message>
    <message>
        <source>it has a list of systems; what is in it, it tells who has signed in</source>
        <translation>有系统列表；登录后才告知内容</translation>
    </message>
    <message>
        <source>a PocketBase server, as a hub is</source>
        <translation>与 Hub 一样是 PocketBase 服务器</translation>
    </message>
    <message>
        <source>its list of systems cannot be read</source>
        <translation>无法读取其系统列表</translation>
    </message>
    <message>
        <source>Check what stands between: the answer is not a hub&apos;s.</source>
        <translation>请检查中间环节：应答并非来自 Hub。</translation>
    </message>
    <message>
        <source>it does not list its systems: %1</source>
        <translation>它没有列出系统：%1</translation>
    </message>
</context>
<context>
    <name>stowage::BrushStrip</name>
    <message>
        <source>The whole history</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>The marked part is what the chart shows; its keys move it.</source>
        <translation>标记的部分即图表所示；其按键可移动它。</translation>
    </message>
</context>
<context>
    <name>stowage::CellDetails</name>
    <message>
        <source>held, the only copy known</source>
        <translation>持有，已知的唯一副本</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>how a presence is known and when it was seen: &quot;HEAD 404 with JSON, 3 s ago&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1; last clear answer: %2</source>
        <translation>%1；上一次明确的响应：%2</translation>
    </message>
    <message>
        <source>Point at a cell, or go to one with the arrow keys: here stands what is known of it.</source>
        <translation>将鼠标指向单元格，或用方向键移到单元格：此处显示已知信息。</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>所属镜像</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>copy digest</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>Copy the whole digest</source>
        <translation>复制完整摘要</translation>
    </message>
    <message>
        <source>%1 (old, may have changed)</source>
        <translation>%1（已陈旧，可能已变化）</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1（%2 字节）</translation>
    </message>
    <message>
        <source>%1 held, %2 absent, %3 unknown</source>
        <translation>持有 %1，缺失 %2，未知 %3</translation>
    </message>
    <message>
        <source>%1 in zone %2</source>
        <translation>%1，可用区 %2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <extracomment>the state of a node and for how long: &quot;gone for 4 min&quot;</extracomment>
        <translation>%1已 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>stowage::ChangeWatch</name>
    <message>
        <source>%1 moved from %2 to %3</source>
        <translation>%1 从 %2 变为 %3</translation>
    </message>
    <message>
        <source>%1 is new: %2</source>
        <translation>新出现 %1：%2</translation>
    </message>
    <message>
        <source>the peer on %1 has started anew</source>
        <translation>%1 上的对等节点已重新启动</translation>
    </message>
    <message>
        <source>%1 calls itself %2 now, it was %3</source>
        <translation>%1 现自称 %2，此前为 %3</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 恢复应答</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 没有应答：%2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>%1 has started anew</source>
        <translation>%1 已重新启动</translation>
    </message>
    <message>
        <source>the machine %1 has booted anew</source>
        <translation>机器 %1 已重新开机</translation>
    </message>
</context>
<context>
    <name>stowage::ChangesChip</name>
    <message>
        <source>Mark what changed since a chosen time</source>
        <translation>标出自选定时间以来的变化</translation>
    </message>
    <message>
        <source>changes</source>
        <extracomment>a chip: no changes are marked</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>a chip: changes since this time are marked</extracomment>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Changes since %1 are marked</source>
        <translation>已标出自 %1 以来的变化</translation>
    </message>
    <message>
        <source>Mark changes since a chosen time</source>
        <translation>标出自选定时间以来的变化</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>不标变化</translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation>变化自</translation>
    </message>
    <message>
        <source>%1 · %2 ago, when this window opened: nothing older is known</source>
        <extracomment>a moment in a menu: its time and how long ago; there is none before</extracomment>
        <translation>%1 · %2 前，即窗口打开之时：更早的情况未知</translation>
    </message>
    <message>
        <source>%1 · %2 ago</source>
        <extracomment>a moment in a menu: its time and how long ago</extracomment>
        <translation>%1 · %2 前</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>从现在起</translation>
    </message>
</context>
<context>
    <name>stowage::ChartTwinModel</name>
    <message>
        <source>◇ %1 quarantined</source>
        <extracomment>a value that cannot be true</extracomment>
        <translation>◇ %1 已隔离</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
</context>
<context>
    <name>stowage::ChartTwinView</name>
    <message>
        <source>The chart&apos;s values, as a table</source>
        <translation>图表的数值，以表格显示</translation>
    </message>
</context>
<context>
    <name>stowage::ChartView</name>
    <message>
        <source>Reading the history</source>
        <translation>正在读取历史</translation>
    </message>
    <message>
        <source>It will be shown as soon as it is here.</source>
        <translation>到达后即会显示。</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>无法读取历史</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Choose a host and a metric to see them over time.</source>
        <translation>选择主机和指标以查看其随时间的变化。</translation>
    </message>
    <message>
        <source>Nothing is known of this metric</source>
        <translation>对此指标一无所知</translation>
    </message>
    <message>
        <source>No source has told a sample of it in this time.</source>
        <translation>在此时段内没有数据源给出它的样本。</translation>
    </message>
    <message>
        <source>This is of earlier</source>
        <translation>这是较早的数据</translation>
    </message>
    <message>
        <source>only in the table, as a third unit: %1</source>
        <translation>属于第三种单位，仅在表格中：%1</translation>
    </message>
    <message>
        <source>Not all is shown</source>
        <translation>未全部显示</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>图表：%1</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>stowage::CodeDialog</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>One-time code for %1</source>
        <translation>%1 的一次性验证码</translation>
    </message>
    <message>
        <source>code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
</context>
<context>
    <name>stowage::CollectRun</name>
    <message>
        <source>metrics at %1</source>
        <translation>指标位于 %1</translation>
    </message>
    <message>
        <source>%1: accepted after %2
</source>
        <translation>%1：%2 后被接受
</translation>
    </message>
    <message>
        <source>%1: not accepted: %2
</source>
        <translation>%1：未被接受：%2
</translation>
    </message>
    <message>
        <source>the profile names no webhook and no command to tell people by</source>
        <translation>配置中没有用于通知人员的 webhook 或命令</translation>
    </message>
</context>
<context>
    <name>stowage::ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>%1 (no room now)</source>
        <extracomment>%1 is a column that was chosen, but the window is too narrow for it</extracomment>
        <translation>%1（目前没有空间）</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢复初始</translation>
    </message>
</context>
<context>
    <name>stowage::CommandChannel</name>
    <message>
        <source>the command did not end within %1</source>
        <translation>命令未在 %1 内结束</translation>
    </message>
    <message>
        <source>the command crashed</source>
        <translation>命令已崩溃</translation>
    </message>
    <message>
        <source>the command ended with status %1</source>
        <translation>命令以状态 %1 结束</translation>
    </message>
    <message>
        <source>the command ended with status %1: %2</source>
        <translation>命令以状态 %1 结束：%2</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>Check the command in the profile.</source>
        <translation>请检查配置中的命令。</translation>
    </message>
</context>
<context>
    <name>stowage::ContentFetcher</name>
    <message>
        <source>%1 has %2 bytes where its descriptor says %3</source>
        <translation>%1 有 %2 字节，而其描述符为 %3</translation>
    </message>
    <message>
        <source>Push the image anew.</source>
        <translation>请重新推送镜像。</translation>
    </message>
    <message>
        <source>what came for %1 is something else</source>
        <translation>收到的内容并非 %1</translation>
    </message>
    <message>
        <source>Look for a broken cache or disk behind the registry.</source>
        <translation>请检查 Registry 后端的缓存或磁盘是否损坏。</translation>
    </message>
</context>
<context>
    <name>stowage::DemoFleet</name>
    <message>
        <source>The simulated fleet needs %1 open files and may have %2</source>
        <translation>模拟集群需要打开 %1 个文件，上限为 %2</translation>
    </message>
    <message>
        <source>Raise the limit (ulimit -Hn) or take a smaller fleet.</source>
        <translation>请提高限制（ulimit -Hn）或使用较小的集群。</translation>
    </message>
    <message>
        <source>The simulated hub&apos;s password cannot be written: %1</source>
        <translation>无法写入模拟 Hub 的密码：%1</translation>
    </message>
    <message>
        <source>Make room in the folder for temporary files.</source>
        <translation>请为临时文件所在的文件夹腾出空间。</translation>
    </message>
</context>
<context>
    <name>stowage::DesktopChannel</name>
    <message>
        <source>the desktop&apos;s notifications service does not answer: %1</source>
        <translation>桌面通知服务没有应答：%1</translation>
    </message>
    <message>
        <source>Start one, or set alerts.notify.desktop to false.</source>
        <translation>请启动一个，或将 alerts.notify.desktop 设为 false。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>the desktop&apos;s notifications service refused: %1</source>
        <translation>桌面通知服务已拒绝：%1</translation>
    </message>
</context>
<context>
    <name>stowage::EndpointExam</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>reached through a proxy, which does this</source>
        <translation>经由代理访问，由代理完成此步骤</translation>
    </message>
    <message>
        <source>the name has no address</source>
        <translation>名称没有地址</translation>
    </message>
    <message>
        <source>a literal address: there is no name to look up</source>
        <translation>地址为 IP：无需解析名称</translation>
    </message>
    <message>
        <source>from the system, not from the DNS: IPv4 %1, IPv6 %2</source>
        <translation>来自系统而非 DNS：IPv4 %1，IPv6 %2</translation>
    </message>
    <message>
        <source>A %1; AAAA %2</source>
        <translation>A %1；AAAA %2</translation>
    </message>
    <message>
        <source>Look at the name server: half an answer slows every connection.</source>
        <translation>请检查域名服务器：不完整的应答会拖慢每次连接。</translation>
    </message>
    <message>
        <source>%1 has no address</source>
        <translation>%1 没有地址</translation>
    </message>
    <message>
        <source>Check the name in the profile, and this machine&apos;s name servers.</source>
        <translation>请检查配置文件中的名称和本机的域名服务器。</translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>plain HTTP: there is no certificate</source>
        <translation>明文 HTTP：没有证书</translation>
    </message>
    <message>
        <source>there is no %1 address</source>
        <translation>没有 %1 地址</translation>
    </message>
    <message>
        <source>%1 port %2 answers</source>
        <translation>%1 端口 %2 有响应</translation>
    </message>
    <message>
        <source>port %1 does not answer: %2</source>
        <translation>端口 %1 无响应：%2</translation>
    </message>
    <message>
        <source>Check that the server runs, its address and port, and the firewall between.</source>
        <translation>请检查服务器是否运行、其地址和端口，以及中间的防火墙。</translation>
    </message>
    <message>
        <source>an AAAA record exists but IPv6 does not answer: %1</source>
        <translation>存在 AAAA 记录，但 IPv6 无响应：%1</translation>
    </message>
    <message>
        <source>there is an %1 address but it does not answer: %2</source>
        <translation>存在 %1 地址，但无响应：%2</translation>
    </message>
    <message>
        <source>Remove that address from the name or let the server listen on it: clients that try it first wait.</source>
        <translation>请从该名称中移除此地址，或让服务器监听它：先尝试此地址的客户端会等待。</translation>
    </message>
</context>
<context>
    <name>stowage::EntityTableModel</name>
    <message>
        <source>there is no column %1 to sort by</source>
        <translation>没有可供排序的列 %1</translation>
    </message>
    <message>
        <source>The columns are %1.</source>
        <translation>可用的列：%1。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是否想用 %1？</translation>
    </message>
</context>
<context>
    <name>stowage::EvidenceReader</name>
    <message>
        <source>Nobody keeps what was measured, so there is no evidence to show.</source>
        <translation>测量数据未被保存，因此没有可显示的证据。</translation>
    </message>
    <message>
        <source>Its hosts tell nothing that could be drawn.</source>
        <translation>其主机没有提供可绘制的数据。</translation>
    </message>
    <message>
        <source>Nothing is measured of its subjects.</source>
        <translation>其对象没有任何测量数据。</translation>
    </message>
    <message>
        <source>Nothing was measured around that time.</source>
        <translation>该时间前后没有测量数据。</translation>
    </message>
    <message>
        <source>What was measured could not be read: %1</source>
        <translation>无法读取测量数据：%1</translation>
    </message>
</context>
<context>
    <name>stowage::EvidenceView</name>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>nothing is known</source>
        <translation>无已知数据</translation>
    </message>
    <message>
        <source>Evidence on one axis of time</source>
        <translation>同一时间轴上的证据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reading what was measured…</source>
        <translation>正在读取测量数据…</translation>
    </message>
</context>
<context>
    <name>stowage::Examination</name>
    <message>
        <source>there is no such step for a source of kind %1</source>
        <translation>类型为 %1 的数据源没有此步骤</translation>
    </message>
    <message>
        <source>not asked: an earlier step failed</source>
        <translation>未执行：前面的步骤失败</translation>
    </message>
</context>
<context>
    <name>stowage::ExportChip</name>
    <message>
        <source>Save what is shown as CSV, JSON or a picture</source>
        <translation>将所示内容保存为 CSV、JSON 或图片</translation>
    </message>
    <message>
        <source>CSV: a row a layer, a column a node…</source>
        <translation>CSV：每层一行，每节点一列…</translation>
    </message>
    <message>
        <source>JSON: stowage/placement/1…</source>
        <translation>JSON：stowage/placement/1…</translation>
    </message>
    <message>
        <source>PNG: the matrix as it looks now…</source>
        <translation>PNG：矩阵的当前画面…</translation>
    </message>
    <message>
        <source>the export was stopped; nothing was written</source>
        <translation>导出已停止；未写入任何内容</translation>
    </message>
    <message>
        <source>Save the placement</source>
        <translation>保存分布</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>stop, %1 %</source>
        <extracomment>a chip while a file is written; pressing it stops that</extracomment>
        <translation>停止，%1 %</translation>
    </message>
    <message>
        <source>Stop the export, %1 % are written</source>
        <translation>停止导出，已写入 %1 %</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>stowage::ExportJob</name>
    <message>
        <source>the file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>请选择其他文件夹，或腾出空间。</translation>
    </message>
</context>
<context>
    <name>stowage::FilterLine</name>
    <message>
        <source>/ filter</source>
        <translation>/ 过滤</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
</context>
<context>
    <name>stowage::FleetPage</name>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>choose a node</source>
        <translation>选择节点</translation>
    </message>
</context>
<context>
    <name>stowage::FleetTableModel</name>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>仅存于</translation>
    </message>
</context>
<context>
    <name>stowage::FleetTiles</name>
    <message>
        <source>none is configured</source>
        <translation>未配置</translation>
    </message>
    <message>
        <source>all answer</source>
        <translation>全部有响应</translation>
    </message>
    <message>
        <source>key 5 shows why not</source>
        <translation>按 5 查看原因</translation>
    </message>
    <message>
        <source>Nodes live</source>
        <translation>在线节点</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>stale %1 · not seen yet %2</source>
        <translation>陈旧 %1 · 尚未见到 %2</translation>
    </message>
    <message>
        <source>Gone or unable</source>
        <translation>失联或无法服务</translation>
    </message>
    <message>
        <source>gone %1 · unable %2</source>
        <translation>失联 %1 · 无法服务 %2</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>with a layer of one copy: %1</source>
        <translation>含单副本层：%1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>%1 unique</source>
        <translation>去重后 %1</translation>
    </message>
    <message>
        <source>One copy left</source>
        <translation>仅剩一份副本</translation>
    </message>
    <message>
        <source>of %1 layers</source>
        <translation>共 %1 层</translation>
    </message>
    <message>
        <source>%1 on a single node</source>
        <translation>%1 仅在单个节点</translation>
    </message>
    <message>
        <source>Sources fresh</source>
        <translation>正常数据源</translation>
    </message>
    <message>
        <source>no registry has been read yet</source>
        <translation>尚未读取任何 Registry</translation>
    </message>
    <message>
        <source>no node has been asked yet</source>
        <translation>尚未询问任何节点</translation>
    </message>
    <message>
        <source>no node has answered yet</source>
        <translation>尚无节点应答</translation>
    </message>
    <message>
        <source>no source tells of nodes</source>
        <translation>尚无数据源提供节点信息</translation>
    </message>
    <message>
        <source>%1 of %2 nodes tell it</source>
        <translation>%2 个节点中 %1 个提供</translation>
    </message>
    <message>
        <source>beyond a threshold: %1 · %2</source>
        <translation>超出阈值：%1 · %2</translation>
    </message>
    <message>
        <source>found in %1 (p95) · %2</source>
        <translation>查找 %1（p95）· %2</translation>
    </message>
    <message>
        <source>no peer tells it yet</source>
        <translation>尚无对等节点提供</translation>
    </message>
    <message>
        <source>Served by peers</source>
        <translation>由对等节点提供</translation>
    </message>
</context>
<context>
    <name>stowage::Foot</name>
    <message>
        <source>Sources and keys</source>
        <translation>数据源与快捷键</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>sources that have no room in the foot</extracomment>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::Heartbeat</name>
    <message>
        <source>the dead man&apos;s switch answered with status %1</source>
        <translation>心跳监控服务（dead man’s switch）以状态 %1 应答</translation>
    </message>
    <message>
        <source>Check its address in the profile.</source>
        <translation>请检查配置中它的地址。</translation>
    </message>
</context>
<context>
    <name>stowage::HelpBox</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>stowage::HistoryWorker</name>
    <message numerus="yes">
        <source>%n entries of the last known fleet could not be read and are left out</source>
        <translation>
            <numerusform>最近已知集群中有 %n 条记录无法读取，已略去</numerusform>
        </translation>
    </message>
    <message>
        <source>They come again as the sources answer.</source>
        <translation>数据源响应后会重新获得。</translation>
    </message>
    <message>
        <source>It is kept as %1, and a new one is begun; the fleet fills in as the sources answer.</source>
        <translation>它已保留为 %1，并新建了一个；数据源响应后集群数据会逐步补全。</translation>
    </message>
</context>
<context>
    <name>stowage::HolderDelegate</name>
    <message>
        <source>no node</source>
        <extracomment>a layer that no node is known to hold</extracomment>
        <translation>无节点</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>最后见于 %1</translation>
    </message>
</context>
<context>
    <name>stowage::HostChart</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The same as numbers</source>
        <translation>同样内容的数值</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save what is shown as CSV, JSON or a picture</source>
        <translation>将所示内容保存为 CSV、JSON 或图片</translation>
    </message>
    <message>
        <source>CSV: a row a time, a column a series…</source>
        <translation>CSV：每个时刻一行，每个序列一列…</translation>
    </message>
    <message>
        <source>JSON: stowage/series/1…</source>
        <translation>JSON：stowage/series/1…</translation>
    </message>
    <message>
        <source>PNG: the chart as it looks now…</source>
        <translation>PNG：图表现在的样子…</translation>
    </message>
    <message>
        <source>chart</source>
        <extracomment>two ways to see the same: as a chart, or as a table</extracomment>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1, from the sources and from history kept here</source>
        <extracomment>%1 is a duration: &quot;30 d&quot;</extracomment>
        <translation>%1，来自数据源与此处保存的历史</translation>
    </message>
    <message>
        <source>No host is chosen</source>
        <translation>未选择主机</translation>
    </message>
    <message>
        <source>Choose a row above to see it over time; with Shift or Ctrl several, up to 12.</source>
        <translation>在上方选择一行以查看其随时间的变化；按住 Shift 或 Ctrl 可多选，最多 12 行。</translation>
    </message>
    <message>
        <source>%1 has told no figures yet</source>
        <translation>%1 尚未提供数据</translation>
    </message>
    <message>
        <source>These hosts have told no figures yet</source>
        <translation>这些主机尚未提供数据</translation>
    </message>
    <message>
        <source>A chart begins with the first sample of any of their sources.</source>
        <translation>图表从其任一数据源的第一个样本开始。</translation>
    </message>
    <message>
        <source>reading %1</source>
        <extracomment>what is on its way into the chart: &quot;registry-3 · CPU&quot;</extracomment>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>the first %1 hosts</source>
        <translation>前 %1 台主机</translation>
    </message>
</context>
<context>
    <name>stowage::HostForecasts</name>
    <message>
        <source>%1 fills in %2 (%3 to %4)</source>
        <extracomment>a file system, memory or inodes: &quot;/nix fills in 3 h 40 (2 h to 9 h)&quot;</extracomment>
        <translation>%1 在 %2 后写满（%3 至 %4）</translation>
    </message>
</context>
<context>
    <name>stowage::HostModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>two rates, as read and written</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>CPU, 6 h</source>
        <translation>CPU，6 小时</translation>
    </message>
    <message>
        <source>Disk r/w</source>
        <translation>磁盘读/写</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Network in/out</source>
        <translation>网络入/出</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Fills in</source>
        <translation>写满于</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未见过</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最差优先</translation>
    </message>
</context>
<context>
    <name>stowage::HostPanel</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Takes the alarm away; the histories stay apart</source>
        <translation>解除警报；历史仍分开保存</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Fills up</source>
        <translation>即将写满</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>构成</translation>
    </message>
    <message>
        <source>What it tells</source>
        <translation>提供的数据</translation>
    </message>
    <message>
        <source>Quarantined: cannot be true</source>
        <translation>已隔离：不可能为真</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Who tells of it</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Choose a row to see what a host is made of, what it tells, and who tells of it.</source>
        <translation>选择一行以查看主机的构成、它提供的数据以及由谁提供。</translation>
    </message>
    <message>
        <source>Is %1 the same machine as %2?</source>
        <translation>%1 与 %2 是同一台机器吗？</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>%1 is a machine, %2 the source that tells of it, %3 its address or id there</extracomment>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>身份归并</translation>
    </message>
    <message>
        <source>Against its baseline</source>
        <translation>与基线相比</translation>
    </message>
    <message>
        <source>Load that it bears</source>
        <translation>可承受的负载</translation>
    </message>
    <message>
        <source>%1 is the same machine as %2.</source>
        <translation>%1 与 %2 是同一台机器。</translation>
    </message>
    <message>
        <source>%1 is another machine than %2.</source>
        <translation>%1 与 %2 不是同一台机器。</translation>
    </message>
</context>
<context>
    <name>stowage::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>hide details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>range of time</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>metric before, next metric</source>
        <translation>上一指标、下一指标</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>choose a host; with Shift several</source>
        <translation>选择主机；按住 Shift 可多选</translation>
    </message>
    <message>
        <source>into the chart: arrows, + and - move in time, p pins</source>
        <translation>进入图表：方向键、+ 和 - 在时间中移动，p 固定</translation>
    </message>
</context>
<context>
    <name>stowage::HubSession</name>
    <message>
        <source>the hub refuses user or password</source>
        <translation>Hub 拒绝了用户或密码</translation>
    </message>
    <message>
        <source>Check &apos;auth&apos; of this source in the profile, and that the account is one of the hub&apos;s users.</source>
        <translation>请检查配置中此数据源的“auth”，并确认该账户是 Hub 的用户。</translation>
    </message>
    <message>
        <source>the hub asks for a one-time code, which can be given in the window alone</source>
        <translation>Hub 要求一次性验证码，只能在窗口中提供</translation>
    </message>
    <message>
        <source>Open the window, or give this source an account that signs in by password alone.</source>
        <translation>请打开窗口，或为此数据源提供仅凭密码登录的账户。</translation>
    </message>
    <message>
        <source>the hub gave no number for its one-time code</source>
        <translation>Hub 没有给出其一次性验证码的编号</translation>
    </message>
    <message>
        <source>Check that the hub is of a version that this program knows.</source>
        <translation>请确认 Hub 的版本是本程序所了解的。</translation>
    </message>
    <message>
        <source>The hub has sent a one-time code to %1.</source>
        <translation>Hub 已将一次性验证码发送至 %1。</translation>
    </message>
    <message>
        <source>The hub did not accept that code. A new one has been sent to %1.</source>
        <translation>Hub 未接受该验证码。新的验证码已发送至 %1。</translation>
    </message>
    <message>
        <source>no one-time code was given</source>
        <translation>没有提供一次性验证码</translation>
    </message>
    <message>
        <source>Read this source anew to be asked again.</source>
        <translation>重新读取此数据源即可再次被询问。</translation>
    </message>
    <message>
        <source>the hub accepted none of the one-time codes</source>
        <translation>Hub 没有接受任何一次性验证码</translation>
    </message>
</context>
<context>
    <name>stowage::HubStream</name>
    <message>
        <source>Let proxies between here and the hub pass on text/event-stream at once; until then it is asked each minute.</source>
        <translation>请让此处与 Hub 之间的代理立即转发 text/event-stream；在此之前每分钟查询一次。</translation>
    </message>
    <message>
        <source>the hub answers to the subscription with something that is no stream of events</source>
        <translation>Hub 对订阅的应答不是事件流</translation>
    </message>
    <message>
        <source>the hub&apos;s stream of events stays silent</source>
        <translation>Hub 的事件流一直没有数据</translation>
    </message>
    <message>
        <source>the hub does not offer its stream of events</source>
        <translation>Hub 不提供事件流</translation>
    </message>
    <message>
        <source>the hub has closed the stream of events</source>
        <translation>Hub 已关闭事件流</translation>
    </message>
</context>
<context>
    <name>stowage::ImageModel</name>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Whole on</source>
        <translation>完整节点</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未见到</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentAct</name>
    <message>
        <source>the log of what happened does not answer</source>
        <translation>历史日志没有应答</translation>
    </message>
    <message>
        <source>nobody has taken %1 over</source>
        <translation>%1 尚无人接手</translation>
    </message>
    <message>
        <source>%1 is not muted</source>
        <translation>%1 未被静音</translation>
    </message>
    <message>
        <source>%1 had been taken over by %2</source>
        <translation>%1 此前由 %2 接手</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentBook</name>
    <message>
        <source>nobody is named who does this</source>
        <translation>未指明操作者</translation>
    </message>
    <message>
        <source>Say who you are.</source>
        <translation>请说明您是谁。</translation>
    </message>
    <message>
        <source>there is no incident of this id</source>
        <translation>没有此标识的事件</translation>
    </message>
    <message>
        <source>It may have been resolved long ago; the timeline knows it still.</source>
        <translation>它可能早已恢复；时间线中仍可查到。</translation>
    </message>
    <message>
        <source>the note is empty</source>
        <translation>备注为空</translation>
    </message>
    <message>
        <source>Write what others should know.</source>
        <translation>请写下其他人应当知道的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Name an end within the next %n days.</source>
        <translation>
            <numerusform>请指定未来 %n 天内的结束时间。</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is muted without an end</source>
        <translation>静音必须有结束时间</translation>
    </message>
    <message>
        <source>the end of the mute has passed</source>
        <translation>静音的结束时间已过</translation>
    </message>
    <message>
        <source>the end of the mute is too far off</source>
        <translation>静音的结束时间过远</translation>
    </message>
    <message>
        <source>none of these alerts belongs to the incident</source>
        <translation>这些告警都不属于该事件</translation>
    </message>
    <message>
        <source>Name alerts of it.</source>
        <translation>请指定属于它的告警。</translation>
    </message>
    <message>
        <source>all alerts of the incident would leave it</source>
        <translation>该事件的所有告警都会被移出</translation>
    </message>
    <message>
        <source>Leave one at least.</source>
        <translation>请至少保留一个。</translation>
    </message>
    <message>
        <source>this is one incident already</source>
        <translation>它们已是同一个事件</translation>
    </message>
    <message>
        <source>Name two.</source>
        <translation>请指定两个不同的事件。</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentCodec</name>
    <message>
        <source>the checkpoint of the incidents</source>
        <translation>事件的检查点</translation>
    </message>
    <message>
        <source>it is none</source>
        <translation>它不是检查点</translation>
    </message>
    <message>
        <source>it was written by a newer program</source>
        <translation>它由更新版本的程序写成</translation>
    </message>
    <message>
        <source>it was written by an older program</source>
        <translation>它由较旧版本的程序写成</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>it does not hold together</source>
        <translation>其内容前后不一致</translation>
    </message>
    <message>
        <source>Incidents are made anew from the latest events of the log.</source>
        <translation>根据日志中最近的记录重新生成事件。</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentDelegate</name>
    <message>
        <source>Resolved in the last 24 hours</source>
        <translation>最近 24 小时内已恢复</translation>
    </message>
    <message>
        <source>unowned</source>
        <translation>无负责人</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentExportChip</name>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the incidents that are shown as CSV or JSON</source>
        <translation>将所示事件保存为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>CSV: a row an incident…</source>
        <translation>CSV：每个事件一行…</translation>
    </message>
    <message>
        <source>JSON: with all alerts…</source>
        <translation>JSON：包含全部告警…</translation>
    </message>
    <message>
        <source>Save the incidents</source>
        <translation>保存事件</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln incidents: %1</source>
        <translation>
            <numerusform>已保存 %Ln 个事件：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::IncidentMemberModel</name>
    <message>
        <source>it opened the incident</source>
        <translation>它开启了此事件</translation>
    </message>
    <message>
        <source>the same subject: %1</source>
        <extracomment>%1: the name of a host or service</extracomment>
        <translation>同一对象：%1</translation>
    </message>
    <message>
        <source>fails together with %1</source>
        <extracomment>%1: the name of a host, service or image</extracomment>
        <translation>与 %1 一同故障</translation>
    </message>
    <message>
        <source>so many hosts of zone %1 that it is the zone</source>
        <translation>可用区 %1 的主机大量受影响，判定为可用区故障</translation>
    </message>
    <message>
        <source>came in a storm from %1</source>
        <extracomment>%1: the id of a source</extracomment>
        <translation>随来自 %1 的告警风暴到达</translation>
    </message>
    <message>
        <source>at the same time with the same %1</source>
        <extracomment>%1: &quot;storage=s3&quot; or the alerts&apos; name</extracomment>
        <translation>同时发生且 %1 相同</translation>
    </message>
    <message>
        <source>put here by %1</source>
        <extracomment>%1: who</extracomment>
        <translation>由 %1 归入此处</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentPanel</name>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <extracomment>on a button: says that one has seen the incident</extracomment>
        <translation>确认</translation>
    </message>
    <message>
        <source>a note for the others, or nothing</source>
        <translation>给其他人的备注，可留空</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>症状</translation>
    </message>
    <message>
        <source>Evidence · shared time axis</source>
        <translation>证据 · 共用时间轴</translation>
    </message>
    <message>
        <source>Choose an incident to see what is wrong, since when, and what was measured.</source>
        <translation>选择一个事件，查看出了什么问题、从何时开始以及测得的数据。</translation>
    </message>
    <message>
        <source>%1 · opened %2 · %3</source>
        <extracomment>%1 a state, %2 a time, %3 a duration</extracomment>
        <translation>%1 · 始于 %2 · %3</translation>
    </message>
    <message>
        <source>Its alerts, folded by kind · %1</source>
        <translation>其告警，按类型折叠 · %1</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>取消接手</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>split off</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Makes an incident of its own of the alerts that are chosen</source>
        <translation>将所选告警拆分为单独的事件</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentTable</name>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>静音至</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>告警风暴</translation>
    </message>
    <message>
        <source>storm</source>
        <translation>风暴</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>stowage::IncidentTitles</name>
    <message numerus="yes">
        <source>zone %1 is gone: %n hosts do not answer</source>
        <extracomment>%1: the name of a zone</extracomment>
        <translation>
            <numerusform>可用区 %1 失联：%n 台主机没有应答</numerusform>
        </translation>
    </message>
    <message>
        <source>zone %1: %2</source>
        <extracomment>%1: the name of a zone, %2: what is wrong: &quot;12 hosts are out of CPU&quot;</extracomment>
        <translation>可用区 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in a storm from %1</source>
        <extracomment>%1: the id of a source</extracomment>
        <translation>
            <numerusform>来自 %1 的告警风暴，共 %n 个告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>: %n layers have no copy left</source>
        <translation>
            <numerusform>：%n 个层已无副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>: %n layers have one copy left</source>
        <translation>
            <numerusform>：%n 个层仅剩一份副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: some names</extracomment>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>可用区 %1 </translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>%n 个可用区</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n have one copy left</source>
        <extracomment>goes on after &quot;9 layers have no copy left&quot;: layers</extracomment>
        <translation>
            <numerusform>，%n 个仅剩一份副本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::KeyStrip</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>stowage::LayerModel</name>
    <message>
        <source>Held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>stowage::LayerTableModel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>从未查询</translation>
    </message>
</context>
<context>
    <name>stowage::LoadPlot</name>
    <message>
        <source>Latency by load</source>
        <translation>延迟随负载的变化</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>p95, up to %1</source>
        <extracomment>latency that 95 % of requests stay below, at the upper edge of a plot</extracomment>
        <translation>p95，最高 %1</translation>
    </message>
</context>
<context>
    <name>stowage::MatrixLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>only copy</source>
        <translation>唯一副本</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>node gone or unable</source>
        <translation>节点失联或无法服务</translation>
    </message>
    <message>
        <source>dim: older than 2 sweeps</source>
        <translation>暗色：早于 2 次巡检</translation>
    </message>
    <message>
        <source>would be lost</source>
        <translation>将会丢失</translation>
    </message>
    <message>
        <source>may be lost</source>
        <translation>可能丢失</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>消失</translation>
    </message>
</context>
<context>
    <name>stowage::MatrixPanel</name>
    <message>
        <source>sort: risk</source>
        <translation>排序：风险</translation>
    </message>
    <message>
        <source>sort: name</source>
        <translation>排序：名称</translation>
    </message>
    <message>
        <source>sort: size</source>
        <translation>排序：大小</translation>
    </message>
    <message>
        <source>Layers × nodes</source>
        <translation>层 × 节点</translation>
    </message>
    <message>
        <source>What comes first: risk, name or size (s)</source>
        <translation>排在前面的是：风险、名称或大小（s）</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The same in words, as a table</source>
        <translation>以文字表格显示相同内容</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 个节点</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>group: image</source>
        <translation>分组：镜像</translation>
    </message>
    <message>
        <source>group: none</source>
        <translation>分组：无</translation>
    </message>
    <message>
        <source>Rows under their images, or each layer once (g)</source>
        <translation>按镜像分组，或每层只出现一次（g）</translation>
    </message>
    <message>
        <source>Words in repository, tag, digest or node; or repository:team copies&lt;2 node:eu-b</source>
        <translation>仓库、标签、摘要或节点中的文字；或 repository:team copies&lt;2 node:eu-b</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 个节点</translation>
    </message>
</context>
<context>
    <name>stowage::MatrixTwinModel</name>
    <message>
        <source>absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>only copy</source>
        <translation>唯一副本</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown, node down</source>
        <translation>未知，节点不可用</translation>
    </message>
    <message>
        <source>%1, old</source>
        <extracomment>added to a state that was seen some time ago: &quot;held, old&quot;</extracomment>
        <translation>%1，陈旧</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
</context>
<context>
    <name>stowage::MatrixTwinView</name>
    <message>
        <source>Layers by nodes, as a table</source>
        <translation>层与节点，以表格显示</translation>
    </message>
</context>
<context>
    <name>stowage::MatrixView</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1已 %2</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>镜像 %1</translation>
    </message>
    <message>
        <source>Layers by nodes</source>
        <translation>层与节点</translation>
    </message>
    <message>
        <source>Which node holds which layer. Arrow keys move from cell to cell; v shows a table.</source>
        <translation>哪个节点持有哪个层。方向键在单元格间移动；v 显示表格。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>stowage::MemberView</name>
    <message>
        <source>Alerts of the incident</source>
        <translation>该事件的告警</translation>
    </message>
</context>
<context>
    <name>stowage::MergeBox</name>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>another incident: its id or words of its title</source>
        <translation>另一个事件：其标识或标题中的文字</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Incidents to merge into</source>
        <translation>可并入的事件</translation>
    </message>
    <message>
        <source>No other open incident is called so.</source>
        <translation>没有其他未恢复的事件与此相符。</translation>
    </message>
</context>
<context>
    <name>stowage::MetricChips</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Shows it alone; with Ctrl beside the others</source>
        <translation>单独显示；按住 Ctrl 则与其他并列</translation>
    </message>
</context>
<context>
    <name>stowage::MuteBox</name>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>until when: 45 min, 3 h, 08:00 …</source>
        <translation>静音到何时：45 min、3 h、08:00 …</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 小时</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>tomorrow 08:00</source>
        <translation>明天 08:00</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>UTC; here: %1</source>
        <translation>UTC；当地时间：%1</translation>
    </message>
</context>
<context>
    <name>stowage::NameLookup</name>
    <message>
        <source>no answer within %1 s</source>
        <translation>%1 s 内没有响应</translation>
    </message>
</context>
<context>
    <name>stowage::NameWatch</name>
    <message>
        <source>%1 has no %2 record any more, it was %3</source>
        <translation>%1 不再有 %2 记录，此前为 %3</translation>
    </message>
    <message>
        <source>%1 has an %2 record now: %3</source>
        <translation>%1 现在有 %2 记录：%3</translation>
    </message>
    <message>
        <source>the %1 record of %2 is %3 now, it was %4</source>
        <translation>%2 的 %1 记录现为 %3，此前为 %4</translation>
    </message>
</context>
<context>
    <name>stowage::NodeModel</name>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未见到</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Resolve p95</source>
        <translation>解析 p95</translation>
    </message>
</context>
<context>
    <name>stowage::NodePanel</name>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Images it holds whole</source>
        <translation>完整持有的镜像</translation>
    </message>
    <message>
        <source>Choose a row to see who the node is and what it holds.</source>
        <translation>选择一行，查看节点信息及其持有的内容。</translation>
    </message>
    <message>
        <source>It holds no image whole: none could start here without pulling.</source>
        <translation>它没有完整持有任何镜像：任何镜像在此启动都需要拉取。</translation>
    </message>
    <message>
        <source>What it holds is unknown while it does not answer.</source>
        <translation>无响应期间，其持有的内容未知。</translation>
    </message>
    <message>
        <source>What its peer tells</source>
        <translation>其对等节点所述</translation>
    </message>
</context>
<context>
    <name>stowage::NotificationCourier</name>
    <message>
        <source>the channel said nothing for %1</source>
        <translation>通知渠道已 %1 没有响应</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>将会重试。</translation>
    </message>
</context>
<context>
    <name>stowage::NotificationDesk</name>
    <message>
        <source>Stowage tests the way to you</source>
        <translation>Stowage 正在测试通知能否送达您</translation>
    </message>
    <message>
        <source>Nothing is wrong. Nothing needs to be done.</source>
        <translation>一切正常。无需任何操作。</translation>
    </message>
</context>
<context>
    <name>stowage::NotifyDesk</name>
    <message>
        <source>the webhook&apos;s address is no http or https URL</source>
        <translation>Webhook 的地址不是 http 或 https URL</translation>
    </message>
    <message>
        <source>Check the secret that holds it.</source>
        <translation>请检查保存该地址的机密。</translation>
    </message>
    <message>
        <source>the heartbeat&apos;s address is no http or https URL</source>
        <translation>心跳的地址不是 http 或 https URL</translation>
    </message>
    <message>
        <source>a secret has not come for %1</source>
        <translation>已等待 %1，机密仍未取得</translation>
    </message>
    <message>
        <source>Unlock the keychain. Until then people are told by the other ways only.</source>
        <translation>请解锁钥匙串。在此之前只通过其他渠道通知人员。</translation>
    </message>
    <message>
        <source>another Stowage over the same data tells people already</source>
        <translation>使用同一数据的另一个 Stowage 已在通知人员</translation>
    </message>
    <message>
        <source>This one tells nobody until that one has ended.</source>
        <translation>在那一个结束之前，此进程不通知任何人。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be told: %2</source>
        <translation>“%1”未能通知：%2</translation>
    </message>
    <message>
        <source>Check this way to people in the profile.</source>
        <translation>请检查配置文件中的这个通知渠道。</translation>
    </message>
</context>
<context>
    <name>stowage::NowPage</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>by impact</source>
        <translation>按影响排序</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>mute, with an end</source>
        <translation>静音，需指定结束时间</translation>
    </message>
    <message>
        <source>take over, or let go</source>
        <translation>接手或取消接手</translation>
    </message>
    <message>
        <source>into its alerts; there Enter opens a kind</source>
        <translation>进入其告警；在其中按回车展开一个类型</translation>
    </message>
    <message>
        <source>split the chosen alerts off</source>
        <translation>拆分出所选告警</translation>
    </message>
    <message>
        <source>merge into another incident</source>
        <translation>并入另一个事件</translation>
    </message>
    <message>
        <source>filter: owner:mei severity=critical alerts&gt;10 age&gt;1h</source>
        <translation>过滤：owner:mei severity=critical alerts&gt;10 age&gt;1h</translation>
    </message>
    <message>
        <source>choose an incident</source>
        <translation>选择事件</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 The screen is frozen: it shows when you go live.</source>
        <translation>%1画面已冻结：恢复实时后才会显示。</translation>
    </message>
    <message>
        <source>Acknowledged.</source>
        <translation>已确认。</translation>
    </message>
    <message>
        <source>Let go.</source>
        <translation>已取消接手。</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>已接手。</translation>
    </message>
    <message>
        <source>Muted.</source>
        <translation>已静音。</translation>
    </message>
    <message>
        <source>No longer muted.</source>
        <translation>不再静音。</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>已合并。</translation>
    </message>
    <message>
        <source>Choose one or more of its alerts first: Enter goes there.</source>
        <translation>请先选择其中一个或多个告警：按回车进入告警列表。</translation>
    </message>
    <message>
        <source>Split off.</source>
        <translation>已拆分。</translation>
    </message>
    <message>
        <source>Acknowledge with a note…</source>
        <translation>确认并备注…</translation>
    </message>
    <message>
        <source>Take over, or let go</source>
        <translation>接手或取消接手</translation>
    </message>
    <message>
        <source>Mute until…</source>
        <translation>静音至…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Copy a link to it</source>
        <translation>复制其链接</translation>
    </message>
    <message>
        <source>Split this alert off</source>
        <translation>拆分出此告警</translation>
    </message>
    <message>
        <source>%L1 of %L2, by impact</source>
        <translation>%L2 中的 %L1，按影响排序</translation>
    </message>
    <message>
        <source>%L1 new wait</source>
        <extracomment>incidents that came while the screen stands still</extracomment>
        <translation>%L1 个新事件等待显示</translation>
    </message>
    <message numerus="yes">
        <source>Split these %Ln alerts off</source>
        <translation>
            <numerusform>拆分出这 %Ln 个告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::NowTiles</name>
    <message>
        <source>Incidents open</source>
        <translation>未恢复的事件</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>%1 folded · unknown: %2</source>
        <translation>%1已归并 · 未知：%2</translation>
    </message>
    <message>
        <source>%1 folded into %2</source>
        <translation>%1归并为 %2 个事件</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>of %1 up</source>
        <translation>正常，共 %1</translation>
    </message>
    <message>
        <source>%1 gone · %2 unknown</source>
        <translation>失联 %1 · 未知 %2</translation>
    </message>
    <message>
        <source> · %1 paused</source>
        <translation> · 已暂停 %1</translation>
    </message>
    <message>
        <source>no source tells of hosts</source>
        <translation>没有数据源提供主机信息</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>of %1 live</source>
        <translation>在线，共 %1</translation>
    </message>
    <message>
        <source>%1 gone or unable · %2 unknown</source>
        <translation>失联或无法服务 %1 · 未知 %2</translation>
    </message>
    <message>
        <source>no source tells of nodes</source>
        <translation>没有数据源提供节点信息</translation>
    </message>
    <message>
        <source> · %1 new since %2</source>
        <translation> · 自 %2 起新增 %1</translation>
    </message>
    <message>
        <source>Layers with one copy</source>
        <translation>仅一份副本的层</translation>
    </message>
    <message>
        <source>no node has been asked yet</source>
        <translation>尚未查询任何节点</translation>
    </message>
    <message>
        <source>no registry has been read yet</source>
        <translation>尚未读取任何 Registry</translation>
    </message>
    <message>
        <source>all on two nodes or more</source>
        <translation>全部位于两个或更多节点</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pulls served by peers</source>
        <translation>由对等节点提供的拉取</translation>
    </message>
    <message>
        <source>no peer tells it yet</source>
        <translation>尚无对等节点提供</translation>
    </message>
    <message>
        <source>of the last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>as over the last hour</source>
        <translation>与最近一小时持平</translation>
    </message>
    <message>
        <source>−%1 points against the last hour</source>
        <translation>较最近一小时 −%1 个百分点</translation>
    </message>
    <message>
        <source>+%1 points against the last hour</source>
        <translation>较最近一小时 +%1 个百分点</translation>
    </message>
    <message>
        <source>Registry p95</source>
        <translation>Registry p95</translation>
    </message>
    <message>
        <source>no registry tells it</source>
        <translation>没有 Registry 提供</translation>
    </message>
    <message>
        <source>%1× its usual %2 · %3</source>
        <translation>平时 %2 的 %1 倍 · %3</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>of %1 fresh</source>
        <translation>正常，共 %1</translation>
    </message>
    <message>
        <source>all answer</source>
        <translation>全部有响应</translation>
    </message>
    <message>
        <source>none is configured</source>
        <translation>未配置</translation>
    </message>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 尚未应答</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>%1 a source, %2 a state, %3 a duration</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>the incidents below</source>
        <translation>下方的事件</translation>
    </message>
    <message>
        <source>Hosts, key 4</source>
        <translation>主机，按键 4</translation>
    </message>
    <message>
        <source>Placement, key 3</source>
        <translation>放置，按键 3</translation>
    </message>
    <message>
        <source>Fleet, key 2</source>
        <translation>集群，按键 2</translation>
    </message>
    <message>
        <source>Sources, key 5</source>
        <translation>数据源，按键 5</translation>
    </message>
    <message numerus="yes">
        <source>%Ln over since yesterday</source>
        <translation>
            <numerusform>昨天以来 %Ln 个已恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::OneShot</name>
    <message>
        <source>%1 has not answered within %2; what is known of it is from before</source>
        <translation>%1 在 %2 内没有响应；已知信息来自此前</translation>
    </message>
    <message>
        <source>the history did not answer in time</source>
        <translation>历史未及时应答</translation>
    </message>
    <message>
        <source>Ask for a shorter --range.</source>
        <translation>请使用更短的 --range。</translation>
    </message>
    <message>
        <source>%1 has not told all of its past within %2; gaps may fill: give it more by --settle</source>
        <translation>%1 在 %2 内没有告知全部历史；空缺之后可能会补上：用 --settle 给它更多时间</translation>
    </message>
</context>
<context>
    <name>stowage::PageReader</name>
    <message>
        <source>the pages of the list go in a circle</source>
        <translation>列表分页出现循环</translation>
    </message>
    <message>
        <source>the list goes on without anything new</source>
        <translation>列表继续，但没有新内容</translation>
    </message>
    <message>
        <source>the list does not end</source>
        <translation>列表没有尽头</translation>
    </message>
    <message>
        <source>Look at the registry&apos;s version and at what stands before it.</source>
        <translation>请检查 Registry 的版本及其前面的代理。</translation>
    </message>
</context>
<context>
    <name>stowage::PaletteBox</name>
    <message>
        <source>Go to anything</source>
        <translation>转到任意位置</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Page, incident, node, source, image or digest</source>
        <translation>页面、事件、节点、数据源、镜像或摘要</translation>
    </message>
</context>
<context>
    <name>stowage::Peer</name>
    <message>
        <source>ready, but content does not answer (containerd hung?)</source>
        <translation>已就绪，但内容无响应（containerd 挂起？）</translation>
    </message>
    <message>
        <source>%1 Its DHT records live on: until %2 UTC other peers may still be sent to it.</source>
        <extracomment>%1 says why a node is gone, %2 is a time of day in UTC</extracomment>
        <translation>%1 其 DHT 记录仍然有效：在 %2 UTC 之前，其他对等节点仍可能被指向它。</translation>
    </message>
</context>
<context>
    <name>stowage::PeerMetricsFeed</name>
    <message>
        <source>the metrics page answers HTTP %1</source>
        <translation>指标页面应答 HTTP %1</translation>
    </message>
    <message>
        <source>Check that the metrics address is that of Spegel&apos;s metrics port.</source>
        <translation>请确认指标地址是 Spegel 的指标端口。</translation>
    </message>
</context>
<context>
    <name>stowage::PhaseBar</name>
    <message>
        <source>not used</source>
        <extracomment>a phase that the exchange did not need: a kept connection, an address family not tried</extracomment>
        <translation>未使用</translation>
    </message>
</context>
<context>
    <name>stowage::PhaseDelegate</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
</context>
<context>
    <name>stowage::PlacementPage</name>
    <message>
        <source>This cell</source>
        <translation>此单元格</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>size</source>
        <translation>格宽</translation>
    </message>
    <message>
        <source>what if this node dies</source>
        <translation>假如此节点宕机</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Shift+Space, Ctrl+Space</source>
        <translation>Shift+空格、Ctrl+空格</translation>
    </message>
    <message>
        <source>select a row, a column</source>
        <translation>选择一行、一列</translation>
    </message>
    <message>
        <source>what if this zone dies</source>
        <translation>假如此可用区宕机</translation>
    </message>
    <message>
        <source>group by image or not</source>
        <translation>是否按镜像分组</translation>
    </message>
    <message>
        <source>changes since</source>
        <translation>变化自</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>preview prewarm</source>
        <translation>预览预热</translation>
    </message>
    <message>
        <source>as of %1</source>
        <extracomment>in the head of a list: what it rests on is so old</extracomment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选区</translation>
    </message>
</context>
<context>
    <name>stowage::PlacementSide</name>
    <message>
        <source>This cell</source>
        <translation>此单元格</translation>
    </message>
</context>
<context>
    <name>stowage::PlacementTableModel</name>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>从未查询</translation>
    </message>
</context>
<context>
    <name>stowage::PlacementTiles</name>
    <message>
        <source>1 image</source>
        <translation>1 个镜像</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>no node has answered yet</source>
        <translation>还没有节点响应</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>%1 unique · %2</source>
        <extracomment>size of all layers, each counted once; then the number of images</extracomment>
        <translation>去重后 %1 · %2</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>median</source>
        <extracomment>beside a number of copies</extracomment>
        <translation>中位数</translation>
    </message>
    <message numerus="yes">
        <source>%n never asked for</source>
        <translation>
            <numerusform>%n 层从未查询</numerusform>
        </translation>
    </message>
    <message>
        <source>over all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>goal ≥ %1 for %2 % of bytes</source>
        <translation>%2 % 字节达标 ≥ %1</translation>
    </message>
    <message>
        <source>One copy left</source>
        <translation>仅剩一份副本</translation>
    </message>
    <message>
        <source>all on two nodes or more</source>
        <translation>均在两个或以上节点</translation>
    </message>
    <message>
        <source>No copy, needed</source>
        <translation>无副本但需要</translation>
    </message>
    <message>
        <source>every layer asked for is held</source>
        <translation>查询过的层均有持有者</translation>
    </message>
    <message>
        <source>unless a silent node holds them</source>
        <translation>除非静默节点持有</translation>
    </message>
    <message>
        <source>%1 needs the registry</source>
        <translation>%1 需要 Registry</translation>
    </message>
    <message numerus="yes">
        <source>%n images need the registry</source>
        <translation>
            <numerusform>%n 个镜像需要 Registry</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>every node was asked</source>
        <translation>已查询所有节点</translation>
    </message>
    <message>
        <source>node %1 is silent</source>
        <translation>节点 %1 静默</translation>
    </message>
    <message>
        <source>node %1 silent %2</source>
        <translation>节点 %1 已静默 %2</translation>
    </message>
    <message>
        <source>silent: %1</source>
        <translation>静默：%1</translation>
    </message>
    <message>
        <source>no node is known</source>
        <translation>没有已知节点</translation>
    </message>
    <message>
        <source>not asked yet, or no clear answer</source>
        <translation>尚未查询，或没有明确响应</translation>
    </message>
    <message>
        <source>Last sweep</source>
        <translation>最近巡检</translation>
    </message>
    <message>
        <source>no registry has answered yet</source>
        <translation>尚无 Registry 应答</translation>
    </message>
    <message>
        <source>no layer is known</source>
        <translation>尚无已知的层</translation>
    </message>
    <message>
        <source>%1 k/s</source>
        <translation>%1 千/秒</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 cells · %3</source>
        <extracomment>cells asked about, of how many, requests a second</extracomment>
        <translation>%2 个单元格中 %1 个 · %3</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>last %1</source>
        <extracomment>beside how far a sweep is; how long the one before took</extracomment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>no sweep has ended yet</source>
        <translation>尚无巡检结束</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>how long ago the last sweep ended</extracomment>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1 HEADs · %2</source>
        <translation>%1 次 HEAD · %2</translation>
    </message>
</context>
<context>
    <name>stowage::PlanDialog</name>
    <message>
        <source>Prewarm plan</source>
        <translation>预热计划</translation>
    </message>
</context>
<context>
    <name>stowage::PlanSide</name>
    <message numerus="yes">
        <source>and %n more image(s)</source>
        <translation>
            <numerusform>另外 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>This pull</source>
        <translation>此次拉取</translation>
    </message>
    <message>
        <source>What cannot be met</source>
        <translation>无法满足</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>将会发生</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>a plan that is looked at before anything is done</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Fetches</source>
        <translation>获取</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s)</source>
        <translation>
            <numerusform>%1，共 %n 个部件</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波次</translation>
    </message>
</context>
<context>
    <name>stowage::PlanTiles</name>
    <message>
        <source>%1 % of the bytes</source>
        <translation>占字节的 %1 %</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>拉取</translation>
    </message>
    <message numerus="yes">
        <source>in %n wave(s)</source>
        <translation>
            <numerusform>分 %n 个波次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n node(s)</source>
        <translation>
            <numerusform>在 %n 个节点上</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1 copies in %2 zones</source>
        <translation>为达到 %2 个可用区内 %1 份副本</translation>
    </message>
    <message>
        <source>for each image&apos;s own goal</source>
        <translation>为达到各镜像自己的目标</translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation>需获取</translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation>约需</translation>
    </message>
    <message>
        <source>by measured speeds</source>
        <translation>按实测速度</translation>
    </message>
    <message>
        <source>by assumed speeds</source>
        <translation>按假定速度</translation>
    </message>
    <message>
        <source>Cannot be met</source>
        <translation>无法满足</translation>
    </message>
    <message>
        <source>every image can have its copies</source>
        <translation>每个镜像都能获得所需副本</translation>
    </message>
    <message>
        <source>the reasons stand beside</source>
        <translation>原因见旁</translation>
    </message>
    <message>
        <source>From peers</source>
        <translation>来自对等节点</translation>
    </message>
    <message>
        <source>From upstream</source>
        <translation>需从上游获取</translation>
    </message>
</context>
<context>
    <name>stowage::PlanView</name>
    <message>
        <source>Pulls by wave</source>
        <translation>按波次的拉取</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>重新计划</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>正在计划…</translation>
    </message>
    <message>
        <source>from what is known of every node now</source>
        <translation>依据目前对每个节点的了解</translation>
    </message>
    <message>
        <source>plan %1</source>
        <extracomment>%1 is a hash</extracomment>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>only a plan, made %1 ago</source>
        <translation>仅为计划，制定于 %1 前</translation>
    </message>
    <message>
        <source>only a plan, good until %1</source>
        <translation>仅为计划，有效至 %1</translation>
    </message>
    <message>
        <source>Nothing to warm</source>
        <translation>无需预热</translation>
    </message>
    <message>
        <source>Nothing can be warmed</source>
        <translation>没有可以预热的内容</translation>
    </message>
    <message>
        <source>the reasons stand beside, image by image</source>
        <translation>原因逐个镜像列于旁边</translation>
    </message>
    <message>
        <source>This plan is too old to be relied on</source>
        <translation>此计划已过旧，不可依赖</translation>
    </message>
    <message>
        <source>nodes and layers may have changed since</source>
        <translation>节点和层此后可能已有变化</translation>
    </message>
</context>
<context>
    <name>stowage::PrewarmStepModel</name>
    <message>
        <source>Wave</source>
        <translation>波次</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Fetches</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>stowage::PrometheusConnector</name>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>recording rules fail, and what is made of them is old: %1</source>
        <translation>记录规则失败，由其得出的数据已陈旧：%1</translation>
    </message>
    <message>
        <source>rates are taken of what is no counter there: %1</source>
        <translation>对那里并非计数器的内容计算了速率：%1</translation>
    </message>
    <message>
        <source>it knows no host: it has no series of a node-exporter%1</source>
        <translation>它不了解任何主机：没有 node-exporter 的序列%1</translation>
    </message>
    <message>
        <source> with the labels that the profile names</source>
        <translation>（带有配置所列的标签）</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read, or are too many</source>
        <translation>
            <numerusform>%n 个告警无法读取，或超出数量上限</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PrometheusPoll</name>
    <message numerus="yes">
        <source>%n series of %1 cannot be read</source>
        <extracomment>%1 is the name of a metric</extracomment>
        <translation>
            <numerusform>%1 的 %n 个序列无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series of %1 tell the same of the same host once more, and are left out</source>
        <translation>
            <numerusform>%1 的 %n 个序列重复描述同一主机的同一内容，已略去</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PrometheusProbe</name>
    <message>
        <source>the credentials are refused: HTTP %1</source>
        <translation>凭据被拒绝：HTTP %1</translation>
    </message>
    <message>
        <source>it asks for credentials: HTTP %1</source>
        <translation>它要求凭据：HTTP %1</translation>
    </message>
    <message>
        <source>Check user and password or token, and that they are still valid.</source>
        <translation>请检查用户和密码或令牌，并确认它们仍然有效。</translation>
    </message>
    <message>
        <source>Give this source credentials in the profile (&apos;auth&apos;).</source>
        <translation>请在配置中为此数据源提供凭据（“auth”）。</translation>
    </message>
    <message>
        <source>the credentials are accepted</source>
        <translation>凭据已被接受</translation>
    </message>
    <message>
        <source>no credentials are needed</source>
        <translation>不需要凭据</translation>
    </message>
    <message>
        <source>it does not let us in</source>
        <translation>它不允许我们进入</translation>
    </message>
    <message>
        <source>there is no answer to judge</source>
        <translation>没有可供判断的应答</translation>
    </message>
    <message>
        <source>a query is not answered as Prometheus does: %1</source>
        <translation>对查询的应答与 Prometheus 不同：%1</translation>
    </message>
    <message>
        <source>it is not a Prometheus server</source>
        <translation>它不是 Prometheus 服务器</translation>
    </message>
    <message>
        <source>speaks Prometheus&apos; query API, version %1</source>
        <translation>支持 Prometheus 查询 API，版本 %1</translation>
    </message>
    <message>
        <source>speaks Prometheus&apos; query API, and does not tell its version</source>
        <translation>支持 Prometheus 查询 API，但未告知版本</translation>
    </message>
    <message>
        <source>the hosts cannot be counted: %1</source>
        <translation>无法统计主机：%1</translation>
    </message>
    <message>
        <source>it knows no host</source>
        <translation>它不了解任何主机</translation>
    </message>
    <message>
        <source>Have it scrape node-exporters, or look at the source&apos;s labels.</source>
        <translation>请让它抓取 node-exporter，或检查数据源的标签。</translation>
    </message>
    <message numerus="yes">
        <source>it knows %n host(s)</source>
        <translation>
            <numerusform>它了解 %n 台主机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::ProposalPanel</name>
    <message>
        <source>1 image</source>
        <translation>1 个镜像</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>≥ 1 copy</source>
        <translation>≥ 1 份副本</translation>
    </message>
    <message numerus="yes">
        <source>≥ %n copies</source>
        <translation>
            <numerusform>≥ %n 份副本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 zones</source>
        <extracomment>a goal: so many copies in so many zones</extracomment>
        <translation>%2 个可用区内 %1</translation>
    </message>
    <message>
        <source>1 pull</source>
        <translation>1 次拉取</translation>
    </message>
    <message numerus="yes">
        <source>%n pulls</source>
        <translation>
            <numerusform>%n 次拉取</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, about %3 from peers</source>
        <extracomment>pulls, bytes, time</extracomment>
        <translation>%1，%2，从对等节点获取约需 %3</translation>
    </message>
    <message>
        <source>%1, %2, about %3, of which %4 from upstream</source>
        <extracomment>pulls, bytes, time, bytes</extracomment>
        <translation>%1，%2，约需 %3，其中 %4 来自上游</translation>
    </message>
    <message>
        <source>Not at %2: %1 with %3 of layers below</source>
        <extracomment>images, goal, bytes</extracomment>
        <translation>未达 %2：%1，不足的层共 %3</translation>
    </message>
    <message>
        <source>Not at %2: %1, and no node can take more; the plan says why</source>
        <translation>未达 %2：%1，且没有节点能再接收；原因见计划</translation>
    </message>
    <message>
        <source>Prewarm %1 to %2: %3</source>
        <translation>将 %1 预热到 %2：%3</translation>
    </message>
    <message>
        <source>%1. Not all of the goal can be met</source>
        <translation>%1。目标无法全部达到</translation>
    </message>
    <message>
        <source>Preview prewarm…</source>
        <translation>预览预热…</translation>
    </message>
</context>
<context>
    <name>stowage::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>stowage::RailButton</name>
    <message numerus="yes">
        <source>, %n open</source>
        <translation>
            <numerusform>，%n 个未处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1（按键 %2）</translation>
    </message>
</context>
<context>
    <name>stowage::RangeChip</name>
    <message>
        <source>Last 1 h</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>最近 6 小时</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 d</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 d</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 1 y</source>
        <translation>最近 1 年</translation>
    </message>
    <message>
        <source>Range of time</source>
        <translation>时间范围</translation>
    </message>
</context>
<context>
    <name>stowage::RangeRead</name>
    <message numerus="yes">
        <source>this would be %n point(s)</source>
        <translation>
            <numerusform>这将是 %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a shorter time, for fewer hosts, or for fewer points.</source>
        <translation>请缩短时间范围、减少主机或减少点数。</translation>
    </message>
    <message numerus="yes">
        <source>%n series tell it, of which the longest is shown</source>
        <translation>
            <numerusform>有 %n 个序列，显示其中最长的</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::RegistryConnector</name>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>%1 of %2 manifests</source>
        <extracomment>how far the reading of a registry has come: &quot;42 of 1,000 manifests&quot;</extracomment>
        <translation>%1 / %2 份清单</translation>
    </message>
</context>
<context>
    <name>stowage::RegistryCrawl</name>
    <message>
        <source>Check that the address is a registry&apos;s: GET /v2/ must answer.</source>
        <translation>请确认该地址是 Registry 的地址：GET /v2/ 必须有响应。</translation>
    </message>
    <message>
        <source>there is no registry at this address (HTTP 404)</source>
        <translation>此地址没有 Registry（HTTP 404）</translation>
    </message>
    <message>
        <source>a web page answers where a registry should</source>
        <translation>本应是 Registry 的地址返回了网页</translation>
    </message>
    <message>
        <source>the catalog: %1</source>
        <translation>目录：%1</translation>
    </message>
    <message>
        <source>the catalog is closed: %1</source>
        <translation>目录不开放：%1</translation>
    </message>
    <message>
        <source>Name the repositories in the profile.</source>
        <translation>请在配置文件中列出仓库。</translation>
    </message>
    <message>
        <source>everything: %1</source>
        <translation>全部内容：%1</translation>
    </message>
    <message>
        <source>the manifests: this is a pull-through proxy, and asking for them would fetch and store them</source>
        <translation>清单：这是拉取缓存代理，查询清单会使其下载并保存</translation>
    </message>
    <message>
        <source>This is a pull-through proxy: only its catalog and tags are read.</source>
        <translation>这是拉取缓存代理：只读取其目录和标签。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>repositories not read to the end: %1 (%2)</source>
        <translation>未读完的仓库：%1（%2）</translation>
    </message>
    <message>
        <source>what answers there is not a registry&apos;s</source>
        <translation>该处的响应不是 Registry 的</translation>
    </message>
    <message>
        <source>Check the address of the metrics in the profile.</source>
        <translation>请检查配置文件中的指标地址。</translation>
    </message>
    <message>
        <source>the metrics page</source>
        <translation>指标页面</translation>
    </message>
    <message>
        <source>a repository whose name is none: &quot;%1&quot;. Look at what wrote it there; no client can pull it.</source>
        <translation>无效的仓库名称：“%1”。请检查是什么写入了它；没有客户端能拉取它。</translation>
    </message>
    <message>
        <source>%1: the catalog is closed (HTTP %2), and without it a pattern stands for nothing. Name the repositories in the profile.</source>
        <translation>%1：目录不开放（HTTP %2），没有目录则模式无法匹配。请在配置文件中写明仓库名称。</translation>
    </message>
    <message>
        <source>the profile names a repository that cannot be: &quot;%1&quot;. Correct its name there.</source>
        <translation>配置文件中有无效的仓库名称：“%1”。请在其中更正名称。</translation>
    </message>
</context>
<context>
    <name>stowage::RegistryMetricsFeed</name>
    <message>
        <source>its health check fails: %1</source>
        <translation>其健康检查失败：%1</translation>
    </message>
    <message>
        <source>it says that it is healthy, but its catalog cannot be read: %1</source>
        <translation>它自称健康，但无法读取其目录：%1</translation>
    </message>
    <message>
        <source>its catalog cannot be read: %1</source>
        <translation>无法读取其目录：%1</translation>
    </message>
    <message>
        <source>the metrics page</source>
        <translation>指标页</translation>
    </message>
    <message numerus="yes">
        <source>%n registries answer in turn at %1: their figures are kept apart</source>
        <extracomment>%1 is an address</extracomment>
        <translation>
            <numerusform>%1 处有 %n 个 Registry 轮流应答：其数据分开保存</numerusform>
        </translation>
    </message>
    <message>
        <source>its health check says that all is well: it does not see what the catalog needs</source>
        <translation>其健康检查称一切正常：它看不到目录所需的内容</translation>
    </message>
</context>
<context>
    <name>stowage::RegistryProbe</name>
    <message>
        <source>without a type</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>a registry: %1</source>
        <translation>Registry：%1</translation>
    </message>
    <message>
        <source>answers JSON as a registry does, but does not name its API version</source>
        <translation>像 Registry 一样返回 JSON，但未给出 API 版本</translation>
    </message>
    <message>
        <source>Check that the URL is the registry&apos;s own, without a path.</source>
        <translation>请确认 URL 是 Registry 自身的地址，不带路径。</translation>
    </message>
    <message>
        <source>not a registry: /v2/ answers HTTP %1, %2</source>
        <translation>不是 Registry：/v2/ 返回 HTTP %1，%2</translation>
    </message>
    <message>
        <source>Check the URL in the profile: host, port, and whether a sign-in page or proxy answers in its place.</source>
        <translation>请检查配置文件中的 URL：主机、端口，以及是否由登录页或代理代为响应。</translation>
    </message>
    <message>
        <source>Name the repositories in the profile: this registry does not list them.</source>
        <translation>请在配置文件中列出仓库：此 Registry 不提供列表。</translation>
    </message>
    <message>
        <source>the catalog does not answer: %1</source>
        <translation>目录无响应：%1</translation>
    </message>
    <message>
        <source>Look at the registry&apos;s storage: /v2/ is fine while it is not.</source>
        <translation>请检查 Registry 的存储：/v2/ 正常而存储异常。</translation>
    </message>
    <message>
        <source>the catalog is refused: HTTP %1</source>
        <translation>目录访问被拒绝：HTTP %1</translation>
    </message>
    <message>
        <source>there is no catalog: HTTP %1</source>
        <translation>没有目录：HTTP %1</translation>
    </message>
    <message>
        <source>the catalog answers HTTP %1</source>
        <translation>目录返回 HTTP %1</translation>
    </message>
    <message>
        <source>Look at the registry&apos;s storage and log: /v2/ is fine while they are not.</source>
        <translation>请检查 Registry 的存储和日志：/v2/ 正常而它们异常。</translation>
    </message>
    <message>
        <source>the catalog is not a list of repositories</source>
        <translation>目录不是仓库列表</translation>
    </message>
    <message>
        <source>Check what stands between: the answer is not a registry&apos;s.</source>
        <translation>请检查中间环节：响应并非来自 Registry。</translation>
    </message>
    <message>
        <source>the catalog can be read</source>
        <translation>目录可读</translation>
    </message>
    <message>
        <source>the credentials are refused: HTTP %1</source>
        <translation>凭据被拒绝：HTTP %1</translation>
    </message>
    <message>
        <source>it asks for credentials: HTTP %1</source>
        <translation>需要凭据：HTTP %1</translation>
    </message>
    <message>
        <source>Check user and password or token, and that they are still valid.</source>
        <translation>请检查用户名和密码或令牌，并确认它们仍然有效。</translation>
    </message>
    <message>
        <source>Give this source credentials in the profile (&apos;auth&apos;).</source>
        <translation>请在配置文件中为此数据源提供凭据（&apos;auth&apos;）。</translation>
    </message>
    <message>
        <source>/v2/ answers HTTP %1</source>
        <translation>/v2/ 返回 HTTP %1</translation>
    </message>
    <message>
        <source>Look at the registry&apos;s log, and at what stands before it.</source>
        <translation>请查看 Registry 的日志，以及它前面有什么。</translation>
    </message>
    <message>
        <source>the credentials are accepted</source>
        <translation>凭据已被接受</translation>
    </message>
    <message>
        <source>no credentials are needed</source>
        <translation>不需要凭据</translation>
    </message>
    <message>
        <source>there is no answer to judge</source>
        <translation>没有可供判断的响应</translation>
    </message>
    <message>
        <source>it does not let us in</source>
        <translation>它拒绝访问</translation>
    </message>
    <message>
        <source>it is not a registry</source>
        <translation>它不是 Registry</translation>
    </message>
</context>
<context>
    <name>stowage::RepositoryReader</name>
    <message>
        <source>The catalog leaves out %1, which exists (distribution#4903 where the registry is 3.x on S3).</source>
        <translation>目录漏掉了实际存在的 %1（若 Registry 为 S3 上的 3.x，参见 distribution#4903）。</translation>
    </message>
    <message>
        <source>The tag list of %1 leaves out %2, which exists (distribution#4891 where the registry is 3.1 on S3).</source>
        <translation>%1 的标签列表漏掉了实际存在的 %2（若 Registry 为 S3 上的 3.1，参见 distribution#4891）。</translation>
    </message>
    <message>
        <source>%1: a tag that is none: &quot;%2&quot;. Look at what wrote it there; no client can pull it.</source>
        <translation>%1：无效的标签：“%2”。请检查是什么写入了它；没有客户端能拉取它。</translation>
    </message>
    <message>
        <source>%1:%2: listed, but its manifest is missing: %3. Push it anew, or delete the tag.</source>
        <translation>%1:%2：已列出，但缺少清单：%3。请重新推送，或删除该标签。</translation>
    </message>
</context>
<context>
    <name>stowage::RequestQueue</name>
    <message>
        <source>the registry asks to be left alone for a while (HTTP 429)</source>
        <translation>Registry 要求暂缓请求（HTTP 429）</translation>
    </message>
    <message>
        <source>Give it a lower budget, or credentials with a higher limit.</source>
        <translation>请降低其请求预算，或使用限额更高的凭据。</translation>
    </message>
</context>
<context>
    <name>stowage::RiskModel</name>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>May be more on</source>
        <translation>未知节点</translation>
    </message>
    <message>
        <source>Size × images</source>
        <translation>大小 × 镜像数</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
</context>
<context>
    <name>stowage::RiskPanel</name>
    <message>
        <source>≥ %1</source>
        <extracomment>at least so old: found when the program began to look</extracomment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>Most at risk</source>
        <translation>风险最高</translation>
    </message>
    <message>
        <source>Still looking whether anything is wrong.</source>
        <translation>仍在检查是否有问题。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Layers most at risk</source>
        <translation>风险最高的层</translation>
    </message>
    <message numerus="yes">
        <source>%n more are told by stowage risk.</source>
        <translation>
            <numerusform>另外 %n 项见 stowage risk。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong with how things lie, as far as the nodes have answered.</source>
        <translation>就节点已应答的情况而言，分布没有问题。</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 项发现</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>有风险</translation>
    </message>
    <message>
        <source>bytes × images</source>
        <extracomment>by what the list is ordered</extracomment>
        <translation>字节 × 镜像</translation>
    </message>
    <message>
        <source>%1. Not certain: some nodes do not answer.</source>
        <extracomment>a finding, with the reason why it may not be one</extracomment>
        <translation>%1。尚不确定：部分节点没有应答。</translation>
    </message>
</context>
<context>
    <name>stowage::ScreenshotRun</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建目录</translation>
    </message>
    <message>
        <source>the picture cannot be written</source>
        <translation>无法写入图片</translation>
    </message>
</context>
<context>
    <name>stowage::SeriesBroker</name>
    <message>
        <source>the source was removed before it could answer</source>
        <translation>数据源在应答之前已被移除</translation>
    </message>
</context>
<context>
    <name>stowage::SeriesLookup</name>
    <message numerus="yes">
        <source>%n hosts are called %1</source>
        <translation>
            <numerusform>有 %n 台主机名为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Name one by its address, or by its id at its source.</source>
        <translation>请用其地址或其在数据源中的标识指明一台。</translation>
    </message>
    <message>
        <source>there is no host %1</source>
        <translation>没有主机 %1</translation>
    </message>
    <message>
        <source>stowage hosts lists them.</source>
        <translation>stowage hosts 可列出它们。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是否想用 %1？</translation>
    </message>
    <message>
        <source>%1 tells no %2</source>
        <translation>%1 不提供 %2</translation>
    </message>
    <message>
        <source>It tells %1.</source>
        <translation>它提供 %1。</translation>
    </message>
</context>
<context>
    <name>stowage::SeriesWorker</name>
    <message>
        <source>Make room on the disk; until then samples are kept in memory.</source>
        <translation>请腾出磁盘空间；在此之前样本保留在内存中。</translation>
    </message>
    <message>
        <source>It is kept as %1, and a new one is begun; what its sources still know is fetched again.</source>
        <translation>已将其保留为 %1，并新建一个；其数据源仍知晓的内容会重新获取。</translation>
    </message>
</context>
<context>
    <name>stowage::SettleBox</name>
    <message>
        <source>Both are known as %1. </source>
        <translation>两者都以 %1 为人所知。</translation>
    </message>
    <message>
        <source>The same machine</source>
        <extracomment>an answer to &quot;is this the same machine as that?&quot;</extracomment>
        <translation>同一台机器</translation>
    </message>
    <message>
        <source>Two machines</source>
        <translation>两台机器</translation>
    </message>
    <message>
        <source>A person settled it. Undo forgets that: where nothing else tells for sure they are two, and it is asked again. No sample is lost.</source>
        <translation>这是人工判定的。撤销会忘记该判定：若没有其他确凿依据，它们将视为两台，并再次询问。不会丢失任何样本。</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>takes back what a person has answered</extracomment>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>stowage::Shell</name>
    <message>
        <source>%1 · Stowage</source>
        <extracomment>window title; %1 is the name of the profile</extracomment>
        <translation>%1 · Stowage</translation>
    </message>
    <message>
        <source>%1 is not here any more</source>
        <translation>%1 已不存在</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Reading all sources anew</source>
        <translation>正在重新读取所有数据源</translation>
    </message>
    <message>
        <source>go to anything</source>
        <translation>转到任意位置</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>go live</source>
        <translation>恢复实时</translation>
    </message>
    <message>
        <source>freeze the screen</source>
        <translation>冻结画面</translation>
    </message>
    <message>
        <source>read all sources anew</source>
        <translation>重新读取所有数据源</translation>
    </message>
    <message>
        <source>copy a link to this place</source>
        <translation>复制此处的链接</translation>
    </message>
    <message>
        <source>where you were before</source>
        <translation>回到上一位置</translation>
    </message>
    <message>
        <source>forward again</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>live</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Frozen since %1, %2</source>
        <extracomment>%1 is a time, %2 a duration</extracomment>
        <translation>自 %1 起冻结，已 %2</translation>
    </message>
    <message>
        <source>What you see stands still; nothing new has come yet.</source>
        <translation>画面静止；尚无新数据。</translation>
    </message>
    <message>
        <source>What you see stands still; updates that wait: %1.</source>
        <translation>画面静止；待应用的更新：%1。</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>恢复实时</translation>
    </message>
    <message>
        <source>%1 is not here</source>
        <translation>此处没有 %1</translation>
    </message>
</context>
<context>
    <name>stowage::SourceDoctor</name>
    <message>
        <source>the profile has no source of this name</source>
        <translation>配置文件中没有此名称的数据源</translation>
    </message>
    <message>
        <source>See `stowage sources` for the names.</source>
        <translation>名称参见 `stowage sources`。</translation>
    </message>
</context>
<context>
    <name>stowage::SourceModel</name>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>complete</source>
        <extracomment>coverage of a source: everything was read</extracomment>
        <translation>完整</translation>
    </message>
    <message numerus="yes">
        <source>%n not seen</source>
        <translation>
            <numerusform>%n 项未见到</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>从未响应</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
</context>
<context>
    <name>stowage::SourcePanel</name>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Choose a row to see what a source offers, how it answers and what it could not show.</source>
        <translation>选择一行，查看数据源提供什么、响应如何，以及有哪些未能显示。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What the doctor finds</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Where the time went, newest new connection</source>
        <translation>最近一次新建连接的耗时分布</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Known of it</source>
        <translation>已知信息</translation>
    </message>
    <message>
        <source>Served by peers, 5 min</source>
        <translation>由对等节点提供，5 分钟</translation>
    </message>
    <message>
        <source>Stowage itself</source>
        <translation>Stowage 自身</translation>
    </message>
</context>
<context>
    <name>stowage::SourceTest</name>
    <message>
        <source>there is no source &quot;%1&quot; in the profile</source>
        <translation>配置文件中没有数据源“%1”</translation>
    </message>
    <message>
        <source>It names: %1.</source>
        <translation>其中有：%1。</translation>
    </message>
</context>
<context>
    <name>stowage::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>choose a source</source>
        <translation>选择数据源</translation>
    </message>
    <message>
        <source>examine</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>stowage::SpegelConnector</name>
    <message>
        <source>vanished together with most other peers: our own network is the likelier cause</source>
        <translation>与大多数对等节点同时消失：更可能是本机网络的问题</translation>
    </message>
    <message>
        <source>not asked: it has the same address as %1</source>
        <translation>未查询：其地址与 %1 相同</translation>
    </message>
</context>
<context>
    <name>stowage::SpegelProbe</name>
    <message>
        <source>the profile names no metrics address, where a peer tells who it is</source>
        <translation>配置文件未给出指标地址，而对等节点在该处报告身份</translation>
    </message>
    <message>
        <source>Check the metrics address in the profile.</source>
        <translation>请检查配置文件中的指标地址。</translation>
    </message>
    <message>
        <source>the credentials are refused</source>
        <translation>凭据被拒绝</translation>
    </message>
    <message>
        <source>it asks for credentials</source>
        <translation>需要凭据</translation>
    </message>
    <message>
        <source>Give this source the user and password of Spegel&apos;s basic authentication.</source>
        <translation>请为此数据源提供 Spegel 基本认证的用户名和密码。</translation>
    </message>
    <message>
        <source>content does not answer</source>
        <translation>内容无响应</translation>
    </message>
    <message>
        <source>the credentials are accepted</source>
        <translation>凭据已被接受</translation>
    </message>
    <message>
        <source>no credentials are needed</source>
        <translation>不需要凭据</translation>
    </message>
    <message>
        <source>the profile names no mirrored namespace: nothing can be asked for</source>
        <translation>配置文件没有列出镜像加速的命名空间：无可查询</translation>
    </message>
    <message>
        <source>Add &apos;namespaces&apos; to this source, as &quot;docker.io&quot;.</source>
        <translation>请为此数据源添加 &apos;namespaces&apos;，例如 &quot;docker.io&quot;。</translation>
    </message>
    <message>
        <source>ready, but content does not answer (containerd hung?)</source>
        <translation>已就绪，但内容无响应（containerd 挂起？）</translation>
    </message>
    <message>
        <source>Look at containerd on that node; Spegel&apos;s own /readyz does not notice.</source>
        <translation>请检查该节点上的 containerd；Spegel 自身的 /readyz 不会察觉。</translation>
    </message>
    <message>
        <source>%1 is not mirrored there: 404 without content</source>
        <translation>%1 在该处未启用镜像加速：404，无内容</translation>
    </message>
    <message>
        <source>Compare &apos;namespaces&apos; in the profile with the peers&apos; mirrored registries and filters.</source>
        <translation>请将配置文件中的 &apos;namespaces&apos; 与对等节点镜像加速的 Registry 及过滤器对照。</translation>
    </message>
    <message>
        <source>it does not let us in</source>
        <translation>它拒绝访问</translation>
    </message>
    <message>
        <source>Check that the address is the registry port of a Spegel peer.</source>
        <translation>请确认该地址是 Spegel 对等节点的 Registry 端口。</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>content answers, but /readyz says: %1</source>
        <translation>内容有响应，但 /readyz 返回：%1</translation>
    </message>
    <message>
        <source>A peer that knows no other peer is not ready: look at its bootstrap and router port.</source>
        <translation>不知道其他对等节点的对等节点处于未就绪状态：请检查其引导配置和路由端口。</translation>
    </message>
    <message>
        <source>content answers, and absent is told from unknown</source>
        <translation>内容有响应，且能区分缺失与未知</translation>
    </message>
</context>
<context>
    <name>stowage::SqliteSeries</name>
    <message>
        <source>the history is closed</source>
        <translation>历史已关闭</translation>
    </message>
</context>
<context>
    <name>stowage::TablePage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>stowage::TagReader</name>
    <message>
        <source>the manifest is not the one of the digest that the answer names, %1</source>
        <translation>清单与响应给出的摘要 %1 不符</translation>
    </message>
    <message>
        <source>Look for a broken cache or disk behind the registry.</source>
        <translation>请检查 Registry 后端的缓存或磁盘是否损坏。</translation>
    </message>
</context>
<context>
    <name>stowage::TcpCheck</name>
    <message>
        <source>no answer within %1 ms</source>
        <translation>%1 ms 内没有响应</translation>
    </message>
</context>
<context>
    <name>stowage::TimelineDetails</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Choose an entry, with a press or with ↑ and ↓, to see what is known of it.</source>
        <translation>点按条目或用 ↑ 和 ↓ 选择，以查看其详情。</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知信息</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Go to incident %1</source>
        <translation>前往事件 %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
</context>
<context>
    <name>stowage::TimelineExportChip</name>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the entries that are shown as CSV or JSON</source>
        <translation>将显示的条目保存为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>CSV: a row an entry…</source>
        <translation>CSV：每个条目一行…</translation>
    </message>
    <message>
        <source>JSON: with all labels…</source>
        <translation>JSON：含所有标签…</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>保存时间线</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln entries: %1</source>
        <translation>
            <numerusform>已保存 %Ln 个条目：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::TimelineModel</name>
    <message>
        <source>fired</source>
        <translation>已触发</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>unknown from here on</source>
        <extracomment>an alert whose sources are silent</extracomment>
        <translation>此后状态未知</translation>
    </message>
    <message>
        <source>still stands</source>
        <translation>仍在持续</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已变化</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>steady again</source>
        <translation>恢复稳定</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>no longer held back</source>
        <translation>不再暂缓</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已静默</translation>
    </message>
    <message>
        <source>no longer silenced</source>
        <translation>不再静默</translation>
    </message>
    <message>
        <source>inhibited</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>no longer inhibited</source>
        <translation>不再抑制</translation>
    </message>
    <message>
        <source>rule cannot be evaluated</source>
        <translation>规则无法求值</translation>
    </message>
    <message>
        <source>rule evaluated again</source>
        <translation>规则恢复求值</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已取消接手</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>no longer muted</source>
        <translation>不再静音</translation>
    </message>
    <message>
        <source>split</source>
        <translation>已拆分</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>已备注</translation>
    </message>
    <message>
        <source>tag moved</source>
        <translation>标签指向已变更</translation>
    </message>
    <message>
        <source>new tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>已重启</translation>
    </message>
    <message>
        <source>identity changed</source>
        <translation>身份已变化</translation>
    </message>
    <message>
        <source>addresses changed</source>
        <translation>地址已变化</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>数据源失联</translation>
    </message>
    <message>
        <source>source found</source>
        <translation>数据源恢复应答</translation>
    </message>
    <message>
        <source>action done</source>
        <translation>操作已完成</translation>
    </message>
    <message>
        <source>action failed</source>
        <translation>操作失败</translation>
    </message>
    <message>
        <source>told to people</source>
        <translation>已通知人员</translation>
    </message>
    <message>
        <source>could not be told to people</source>
        <translation>未能通知人员</translation>
    </message>
    <message>
        <source>unknown to this version</source>
        <translation>此版本无法识别</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>over, nobody told when</source>
        <translation>已结束，结束时间未知</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>stowage::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>s search all history</source>
        <translation>s 搜索全部历史</translation>
    </message>
    <message>
        <source>Search all history</source>
        <translation>搜索全部历史</translation>
    </message>
    <message>
        <source>range of time</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>search all history</source>
        <translation>搜索全部历史</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>closer, farther, all of the range</source>
        <translation>放大、缩小、整个范围</translation>
    </message>
    <message>
        <source>back and forth in time</source>
        <translation>在时间上前后移动</translation>
    </message>
    <message>
        <source>the entry above, below; with Shift ← → before, after</source>
        <translation>上一个、下一个条目；按住 Shift 用 ← → 为前、后</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>load older</source>
        <translation>加载更早的</translation>
    </message>
    <message>
        <source>hide details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>closer and farther; over the names up and down</source>
        <translation>放大和缩小；在名称上则上下滚动</translation>
    </message>
    <message>
        <source>Show or hide this lane</source>
        <translation>显示或隐藏此泳道</translation>
    </message>
    <message>
        <source>What is older than the loaded entries is only counted</source>
        <translation>早于已加载条目的内容只计数</translation>
    </message>
    <message>
        <source>Timeline, as a table</source>
        <translation>时间线，表格形式</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>older ones counted</source>
        <translation>更早的只计数</translation>
    </message>
    <message>
        <source>open or fold a storm, go to the incident, look closer where they are counted</source>
        <translation>展开或折叠风暴，前往事件，或在计数处放大</translation>
    </message>
    <message>
        <source>%1. Enter looks closer.</source>
        <translation>%1。按回车放大。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <extracomment>events of the log</extracomment>
        <translation>
            <numerusform>找到 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L2 中的 %L1</translation>
    </message>
</context>
<context>
    <name>stowage::TimelineStrip</name>
    <message>
        <source>The whole range</source>
        <translation>整个范围</translation>
    </message>
    <message>
        <source>How much happened; the marked part is what the lanes show. Their keys move it.</source>
        <translation>发生的数量；标记部分即泳道所显示的范围，可用泳道的按键移动。</translation>
    </message>
</context>
<context>
    <name>stowage::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>What happened, in lanes by time. Arrow keys up and down go from entry to entry, left and right move in time; v shows a table.</source>
        <translation>按时间分泳道显示发生的事。上下方向键在条目间移动，左右在时间上移动；v 显示表格。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1; press to look closer</source>
        <translation>%1；点击放大</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events, %1</source>
        <translation>
            <numerusform>%Ln 条记录，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, %1</source>
        <translation>
            <numerusform>%Ln 个条目，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; Enter looks closer</source>
        <translation>%1；按回车放大</translation>
    </message>
</context>
<context>
    <name>stowage::TlsCheck</name>
    <message>
        <source>Renew the server&apos;s certificate.</source>
        <translation>请更新服务器证书。</translation>
    </message>
    <message>
        <source>Check the clocks of this machine and of the server.</source>
        <translation>请检查本机和服务器的时钟。</translation>
    </message>
    <message>
        <source>Use a name that the certificate is for (%1), or have one issued for this name.</source>
        <translation>请使用证书所属的名称（%1），或为此名称签发证书。</translation>
    </message>
    <message>
        <source>Name the certificate authority&apos;s file for this source in the profile.</source>
        <translation>请在配置文件中为此数据源指定证书颁发机构的文件。</translation>
    </message>
    <message>
        <source>the handshake failed: %1</source>
        <translation>握手失败：%1</translation>
    </message>
    <message>
        <source>Check that this port speaks TLS, and whether it asks for a client certificate.</source>
        <translation>请确认此端口使用 TLS，以及是否要求客户端证书。</translation>
    </message>
    <message>
        <source>no handshake within %1 ms</source>
        <translation>%1 ms 内未完成握手</translation>
    </message>
    <message>
        <source>Check that this port speaks TLS.</source>
        <translation>请确认此端口使用 TLS。</translation>
    </message>
    <message>
        <source>no certificate can be read from %1</source>
        <translation>无法从 %1 读取证书</translation>
    </message>
    <message>
        <source>Check the path and that the file is PEM.</source>
        <translation>请检查路径，并确认文件为 PEM 格式。</translation>
    </message>
    <message>
        <source>the public key is not the pinned one but %1</source>
        <translation>公钥不是固定的公钥，而是 %1</translation>
    </message>
    <message>
        <source>Find out why the key changed before you change the pin.</source>
        <translation>请先查明密钥为何变更，再修改固定公钥。</translation>
    </message>
    <message numerus="yes">
        <source>issued by %1 for %2, expires in %n day(s)</source>
        <translation>
            <numerusform>由 %1 签发给 %2，%n 天后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew the server&apos;s certificate soon.</source>
        <translation>请尽快更新服务器证书。</translation>
    </message>
</context>
<context>
    <name>stowage::TopBar</name>
    <message>
        <source>Risk: %1</source>
        <translation>风险：%1</translation>
    </message>
    <message>
        <source>read-only</source>
        <extracomment>the state of the lock: nothing can be changed</extracomment>
        <translation>只读</translation>
    </message>
    <message>
        <source>This window only reads: it cannot change anything in the fleet.</source>
        <translation>此窗口只读：无法更改集群中的任何内容。</translation>
    </message>
    <message>
        <source>go to anything</source>
        <translation>转到任意位置</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>转到任意位置</translation>
    </message>
    <message>
        <source>%1 where you are. Space: live or frozen.</source>
        <translation>当地时间 %1。空格键：实时或冻结。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is &quot;Live&quot;, &quot;Frozen&quot;, &quot;3 of 5 live&quot;; %2 is the time: &quot;03:12:41 UTC&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>stowage::TrayIcon</name>
    <message>
        <source>Open Stowage</source>
        <translation>打开 Stowage</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>stowage::WebhookChannel</name>
    <message>
        <source>the webhook answered with status %1</source>
        <translation>Webhook 返回状态 %1</translation>
    </message>
    <message>
        <source>It has moved: set its new address in the profile.</source>
        <translation>它已迁移：请在配置文件中设置新地址。</translation>
    </message>
    <message>
        <source>Check the secret in its address or its credentials.</source>
        <translation>请检查其地址中的机密或其凭据。</translation>
    </message>
    <message>
        <source>Check its address in the profile.</source>
        <translation>请检查配置文件中的地址。</translation>
    </message>
</context>
<context>
    <name>stowage::WhatIfPanel</name>
    <message>
        <source>What if these die?</source>
        <translation>假如这些宕机？</translation>
    </message>
    <message>
        <source>Press the name of a node or zone above the cells, or w on a cell: here stands what would be lost with it.</source>
        <translation>点击单元格上方的节点或可用区名称，或在单元格上按 w：此处会显示随之丢失的内容。</translation>
    </message>
    <message>
        <source>1 node</source>
        <extracomment>in the head of &quot;What if these die?&quot;: so many nodes</extracomment>
        <translation>1 个节点</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>no zone</source>
        <translation>无可用区</translation>
    </message>
    <message>
        <source>zone %1 ✕</source>
        <extracomment>a chip that takes a zone out of the what-if: &quot;zone eu-b ✕&quot;</extracomment>
        <translation>可用区 %1 ✕</translation>
    </message>
    <message>
        <source>Zone %1 lives on</source>
        <translation>可用区 %1 存活</translation>
    </message>
    <message>
        <source>%1 lives on</source>
        <translation>%1 存活</translation>
    </message>
    <message numerus="yes">
        <source>%n more ✕</source>
        <extracomment>a chip after some names: so many more nodes; pressing it clears all</extracomment>
        <translation>
            <numerusform>另外 %n 个 ✕</numerusform>
        </translation>
    </message>
    <message>
        <source>All live on</source>
        <translation>全部存活</translation>
    </message>
    <message>
        <source>+ zone %1</source>
        <extracomment>a chip that adds the whole zone: &quot;+ zone eu-b&quot;</extracomment>
        <translation>+ 可用区 %1</translation>
    </message>
    <message>
        <source>Add all of zone %1</source>
        <translation>加入可用区 %1 的全部节点</translation>
    </message>
</context>
</TS>
